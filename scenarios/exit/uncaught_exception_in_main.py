"""A main program that fails with an exception reports it on stderr and ends with 1."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    print("Printing")
    raise RuntimeError("out of paper")


if __name__ == "__main__":
    program()
