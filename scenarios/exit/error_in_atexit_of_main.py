"""An error in an exit handler is reported, and changes neither the status nor the other handlers."""
import atexit
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def fail():
    raise RuntimeError("out of paper")


def program():
    atexit.register(print, "Handler runs")
    atexit.register(fail)
    print("Main ends")


if __name__ == "__main__":
    program()
