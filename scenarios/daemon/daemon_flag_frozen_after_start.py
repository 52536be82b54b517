"""The daemon flag cannot be changed after the start."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    pass


def try_to_change(child):
    try:
        child.daemon = True
    except AssertionError as error:
        print(f"AssertionError: {error}")


def program():
    child = Process(target=task)
    child.start()
    try_to_change(child)
    child.join()
    try_to_change(child)
    print(f"Daemon: {child.daemon}")


if __name__ == "__main__":
    program()
