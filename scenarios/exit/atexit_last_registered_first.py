"""Exit handlers run in the reverse of the order in which they were registered."""
import atexit
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    for number in (1, 2, 3):
        atexit.register(print, "Handler", number)
    print("Main ends")


if __name__ == "__main__":
    program()
