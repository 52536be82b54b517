"""A process with a name of its own still takes a number from the count."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    first, second, third = Process(), Process(name="Clerk"), Process()
    print(f"{first.name} {second.name} {third.name}")


if __name__ == "__main__":
    program()
