"""One program may start processes by several methods."""
import os
import sys
from multiprocessing import Process, get_start_method, set_start_method

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(get_start_method())


def program():
    for method in ("fork", "spawn", "forkserver"):
        set_start_method(method, force=True)
        child = Process(target=task)
        child.start()
        child.join()


if __name__ == "__main__":
    program()
