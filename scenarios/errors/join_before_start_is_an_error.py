"""A process that was not started cannot be joined."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    try:
        child.join()
    except AssertionError as error:
        print(f"AssertionError: {error}")


if __name__ == "__main__":
    program()
