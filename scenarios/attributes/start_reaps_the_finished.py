"""start() reaps the children that have ended before."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import await_end


def task():
    pass


def program():
    first = Process(target=task)
    first.start()
    await_end(first)
    second = Process(target=task)
    second.start()
    try:
        os.waitpid(first.pid, os.WNOHANG)
        print("First left to wait for: True")
    except ChildProcessError:
        print("First left to wait for: False")


if __name__ == "__main__":
    program()
