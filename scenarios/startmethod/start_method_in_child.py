"""A child sees the start method that made it."""
import multiprocessing
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(multiprocessing.get_start_method())


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
