"""A forked child has its parent's open descriptors; a fresh one has the standard three."""
import fcntl
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(descriptor):
    try:
        fcntl.fcntl(descriptor, fcntl.F_GETFD)
        print("Open: True")
    except OSError:
        print("Open: False")


def program():
    high = os.dup2(0, 500, inheritable=False)
    child = Process(target=task, args=(high,))
    child.start()
    child.join()


if __name__ == "__main__":
    program()
