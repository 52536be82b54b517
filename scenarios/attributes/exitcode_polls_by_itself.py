"""The exit code can be read without a join."""
import os
import sys
from multiprocessing import Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(3)


def program():
    child = Process(target=task)
    child.start()
    wait([child.sentinel])
    while child.exitcode is None:
        continue
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
