"""A process whose object was closed cannot be interrupted."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    pass


def program():
    child = Process(target=task)
    child.start()
    child.join()
    child.close()
    try:
        child.interrupt()
    except ValueError as error:
        print(f"ValueError: {error}")


if __name__ == "__main__":
    program()
