"""os._exit() flushes nothing: a child's last lines are lost when its output is a pipe or a file."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print("Child prints a line")
    os._exit(0)


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
