"""A closed process object is of no more use, but for its name."""
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
        print(child.exitcode)
    except ValueError as error:
        print(f"ValueError: {error}")
    child.close()
    print(child.name)


if __name__ == "__main__":
    program()
