"""A child knows its parent by the name that it had when the child's object was made."""
import os
import sys
from multiprocessing import Process, current_process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(f"Parent: {parent_process().name}")


def program():
    current_process().name = "Chief"
    child = Process(target=task)
    current_process().name = "Boss"
    child.start()
    child.join()


if __name__ == "__main__":
    program()
