"""The default name of a child's child shows where it comes from."""
import os
import sys
from multiprocessing import Process, current_process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def report():
    print(f"{current_process().name} of {parent_process().name}")


def task():
    report()
    for _ in range(2):
        inner = Process(target=report)
        inner.start()
        inner.join()


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
