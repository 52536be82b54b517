"""A process can be given a name, and another one later."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process(name="Clerk")
    print(child.name)
    child.name = "Porter"
    print(child.name)


if __name__ == "__main__":
    program()
