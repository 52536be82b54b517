"""A child's parent process is also the operating system's parent of it."""
import os
import sys
from multiprocessing import Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(f"Same: {os.getppid() == parent_process().pid}")


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
