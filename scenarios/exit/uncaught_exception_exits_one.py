"""A child that fails with an exception reports it on stderr and ends with 1."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    raise RuntimeError("out of paper")


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
