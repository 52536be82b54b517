"""A child that ends by itself flushes what it has printed."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def returns():
    print("<returned>", end="")


def leaves():
    print("<left>", end="")
    sys.exit()


def program():
    first, second = Process(target=returns), Process(target=leaves)
    for child in (first, second):
        child.start()
        child.join()
    print()


if __name__ == "__main__":
    program()
