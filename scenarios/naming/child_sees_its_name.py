"""A child knows the name that its parent gave it."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(current_process().name)


def program():
    child = Process(target=task, name="Clerk")
    child.start()
    child.join()


if __name__ == "__main__":
    program()
