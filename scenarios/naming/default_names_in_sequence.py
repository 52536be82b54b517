"""Default names count processes in the order in which they are made, not started."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(current_process().name)


def program():
    first, second, third = (Process(target=task) for _ in range(3))
    for child in (third, first, second):
        child.start()
        child.join()


if __name__ == "__main__":
    program()
