"""A process that was not started cannot be interrupted."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    try:
        child.interrupt()
    except AttributeError as error:
        print(f"AttributeError: {error}")


if __name__ == "__main__":
    program()
