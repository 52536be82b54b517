"""A child whose last flush fails does not end with 0."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
    print("Lost", end="")


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
