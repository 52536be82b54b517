"""A process that ignores terminate() is ended by kill() all the same."""
import os
import signal
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(ready, never):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    ready.set()
    never.wait()


def program():
    ready, never = Event(), Event()
    child = Process(target=task, args=(ready, never))
    child.start()
    ready.wait()
    child.terminate()
    print(f"Alive: {child.is_alive()}")
    child.kill()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
