"""interrupt() does nothing to a process that has ended."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(3)


def program():
    child = Process(target=task)
    child.start()
    child.join()
    child.interrupt()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
