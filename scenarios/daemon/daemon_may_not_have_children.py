"""A daemon may not start processes."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def nothing():
    pass


def task():
    inner = Process(target=nothing)
    try:
        inner.start()
    except AssertionError as error:
        print(f"AssertionError: {error}")


def program():
    child = Process(target=task, daemon=True)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
