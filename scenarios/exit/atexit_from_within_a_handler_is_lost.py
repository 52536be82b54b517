"""An exit handler that another one registers is not run."""
import atexit
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def handle():
    print("Handler runs")
    atexit.register(print, "Never gets here...")


def program():
    atexit.register(handle)


if __name__ == "__main__":
    program()
