"""A process starts once, and not again after its end."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    pass


def start_again(child):
    try:
        child.start()
    except AssertionError as error:
        print(f"AssertionError: {error}")


def program():
    child = Process(target=task)
    child.start()
    start_again(child)
    child.join()
    start_again(child)


if __name__ == "__main__":
    program()
