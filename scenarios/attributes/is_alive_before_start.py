"""A process that never started is not alive."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    print(child.is_alive())


if __name__ == "__main__":
    program()
