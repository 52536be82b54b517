"""A process that was not started has no sentinel."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    try:
        print(child.sentinel)
    except ValueError as error:
        print(f"ValueError: {error}")


if __name__ == "__main__":
    program()
