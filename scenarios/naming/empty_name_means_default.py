"""An empty name is no name: the default one is taken."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process(name="")
    print(child.name)


if __name__ == "__main__":
    program()
