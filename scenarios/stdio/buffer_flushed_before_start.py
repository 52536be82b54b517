"""start() flushes first, so that a pending half of a line is not written twice."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print("the child's half")


def program():
    print("The parent's half and ", end="")
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
