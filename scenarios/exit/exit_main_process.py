"""A main program that leaves by sys.exit(0)."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import block_for


def program():
    print("Main process running")
    block_for(2)
    print("Exiting...")
    sys.exit(0)
    print("Never gets here...")


if __name__ == "__main__":
    program()
