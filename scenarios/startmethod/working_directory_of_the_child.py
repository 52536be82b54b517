"""A child begins in the working directory that its parent has at the start."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(os.getcwd())


def start_one():
    child = Process(target=task)
    child.start()
    child.join()


def program():
    os.chdir("/usr")
    start_one()
    os.chdir("/")
    start_one()


if __name__ == "__main__":
    program()
