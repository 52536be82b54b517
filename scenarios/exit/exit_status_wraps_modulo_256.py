"""Only the low eight bits of a status survive."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(status):
    sys.exit(status)


def program():
    for status in (255, 256, 263, -1, -15):
        child = Process(target=task, args=(status,))
        child.start()
        child.join()
        print(f"{status} -> {child.exitcode}")


if __name__ == "__main__":
    program()
