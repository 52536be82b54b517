"""os._exit() keeps the low eight bits of a status too."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(status):
    os._exit(status)


def program():
    for status in (300, -1):
        child = Process(target=task, args=(status,))
        child.start()
        child.join()
        print(f"{status} -> {child.exitcode}")


if __name__ == "__main__":
    program()
