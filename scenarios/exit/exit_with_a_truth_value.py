"""A truth value as a status is a number: true is 1, a failure."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(truth):
    sys.exit(truth)


def program():
    for truth in (True, False):
        child = Process(target=task, args=(truth,))
        child.start()
        child.join()
        print(f"{truth} -> {child.exitcode}")


if __name__ == "__main__":
    program()
