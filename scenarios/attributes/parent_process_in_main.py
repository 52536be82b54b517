"""The main process has no parent process."""
import os
import sys
from multiprocessing import parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    print(f"Has a parent: {parent_process() is not None}")


if __name__ == "__main__":
    program()
