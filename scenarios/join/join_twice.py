"""A process may be joined again after its end."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(3)


def program():
    child = Process(target=task)
    child.start()
    for _ in range(2):
        child.join()
        print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
