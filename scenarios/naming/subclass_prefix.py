"""The default name of a process begins with the name of its class."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


class Worker(Process):
    pass


def program():
    first, second, third = Worker(), Process(), Worker()
    print(f"{first.name} {second.name} {third.name}")


if __name__ == "__main__":
    program()
