"""A name of its own does not enter the default names of a process's children."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild():
    print(current_process().name)


def task():
    inner = Process(target=grandchild)
    inner.start()
    inner.join()


def program():
    child = Process(name="Alpha", target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
