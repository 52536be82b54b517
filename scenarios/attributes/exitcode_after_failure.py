"""The exit code of a child that failed."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import block_for


def task():
    block_for(1)
    sys.exit(1)


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(child.exitcode)


if __name__ == "__main__":
    program()
