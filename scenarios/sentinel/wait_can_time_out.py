"""wait() with a limit gives nothing when no process has ended by then."""
import os
import sys
from multiprocessing import Event, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(looked):
    looked.wait()


def program():
    looked = Event()
    child = Process(target=task, args=(looked,))
    child.start()
    print(f"Ready: {len(wait([child.sentinel], 0))}")
    looked.set()
    print(f"Ready: {len(wait([child.sentinel]))}")


if __name__ == "__main__":
    program()
