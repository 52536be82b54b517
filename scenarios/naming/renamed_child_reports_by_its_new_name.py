"""A child may rename itself; its report of an error bears the new name."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    current_process().name = "Clerk"
    raise RuntimeError("out of paper")


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(child.name)


if __name__ == "__main__":
    program()
