"""interrupt() makes a child fail with KeyboardInterrupt."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(ready, never):
    ready.set()
    never.wait()


def program():
    ready, never = Event(), Event()
    child = Process(target=task, args=(ready, never))
    child.start()
    ready.wait()
    child.interrupt()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
