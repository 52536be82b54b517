"""A child's environment is its parent's at the start; a fork server keeps its own from when it began."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(os.environ.get("COLOUR", "no colour"))


def start_one():
    child = Process(target=task)
    child.start()
    child.join()


def program():
    os.environ["COLOUR"] = "red"
    start_one()
    os.environ["COLOUR"] = "green"
    start_one()


if __name__ == "__main__":
    program()
