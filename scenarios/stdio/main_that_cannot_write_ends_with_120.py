"""A main program whose last flush fails ends with 120."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
    print("Lost", end="")


if __name__ == "__main__":
    program()
