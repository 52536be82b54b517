"""A main program that leaves by exit("text") writes the text to stderr and ends with 1."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    print("Printing")
    sys.exit("out of paper")


if __name__ == "__main__":
    program()
