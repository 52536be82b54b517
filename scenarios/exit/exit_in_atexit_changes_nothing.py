"""An exit handler that calls exit(3) ends itself only: the status stays 0."""
import atexit
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    atexit.register(print, "Next handler runs")
    atexit.register(sys.exit, 3)


if __name__ == "__main__":
    program()
