"""A process object can be started only by the process that made it."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def nothing():
    pass


def meddle(other):
    try:
        other.start()
    except AssertionError as error:
        print(f"AssertionError: {error}")


def program():
    other = Process(target=nothing)
    child = Process(target=meddle, args=(other,))
    child.start()
    child.join()


if __name__ == "__main__":
    program()
