"""The statuses of its children do not change a main program's own."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(9)


def program():
    child = Process(target=task)
    child.start()


if __name__ == "__main__":
    program()
