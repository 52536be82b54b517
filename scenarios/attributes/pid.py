"""The pid of a process, before and after its start."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    pass


def program():
    child = Process(target=task)
    print(child.pid)
    child.start()
    print(child.pid)
    child.join()


if __name__ == "__main__":
    program()
