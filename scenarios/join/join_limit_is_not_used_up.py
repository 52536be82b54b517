"""A timed join returns when the process ends, not when its limit is over."""
import os
import sys
import time
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(3)


def program():
    child = Process(target=task)
    child.start()
    begin = time.monotonic()
    child.join(60)
    print(f"Long before: {time.monotonic() - begin < 30}")
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
