"""os._exit() flushes nothing in a main program either."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    print("Main prints a line")
    os._exit(4)


if __name__ == "__main__":
    program()
