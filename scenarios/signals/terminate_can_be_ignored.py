"""A process may ignore terminate()."""
import os
import signal
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(ready, parent_looked):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    parent_looked.wait()


def program():
    ready, looked = Event(), Event()
    child = Process(target=task, args=(ready, looked))
    child.start()
    ready.wait()
    child.terminate()
    print(f"Alive: {child.is_alive()}")
    looked.set()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
