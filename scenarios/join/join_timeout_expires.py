"""A timed join can return before the process has ended."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(parent_looked):
    parent_looked.wait()


def program():
    looked = Event()
    child = Process(target=task, args=(looked,))
    child.start()
    child.join(0.01)
    print(f"Exitcode: {child.exitcode}")
    looked.set()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
