"""The parent process of a grandchild is the child, not the main program."""
import os
import sys
from multiprocessing import Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild():
    parent = parent_process()
    print(parent.name, parent.pid)


def task():
    inner = Process(target=grandchild)
    inner.start()
    inner.join()


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
