"""A forked child sees what its parent changed; a fresh one does not."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


colour = "plain"


def task():
    print(colour)


def program():
    global colour
    colour = "painted"
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
