"""A whole line on stderr survives os._exit(), half a line does not."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print("Whole line", file=sys.stderr)
    print("Half a line", end="", file=sys.stderr)
    os._exit(0)


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
