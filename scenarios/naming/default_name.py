"""The name of a new process."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    print(child.name)


if __name__ == "__main__":
    program()
