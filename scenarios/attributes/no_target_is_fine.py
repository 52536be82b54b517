"""A process without a target starts, does nothing and ends with 0."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
