"""The report of an uncaught exception names its type, the program's own types too."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


class OutOfPaper(RuntimeError):
    pass


def task():
    raise OutOfPaper("tray 2")


def program():
    child = Process(name="Printer", target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
