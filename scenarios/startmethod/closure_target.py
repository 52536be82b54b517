"""A function that refers to its surroundings can be the target under fork only."""
import os
import pickle
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    status = 3
    child = Process(target=lambda: sys.exit(status))
    try:
        child.start()
        child.join()
        print(f"Exitcode: {child.exitcode}")
    except (AttributeError, pickle.PicklingError):
        print(f"Not started, pid: {child.pid}")


if __name__ == "__main__":
    program()
