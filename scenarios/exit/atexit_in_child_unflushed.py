"""What an exit handler of a forked child prints is lost when the output is a pipe or a file, unless it flushes."""
import atexit
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    atexit.register(print, "Handler runs")
    print("Child runs")


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
