"""A process that was not started cannot be terminated or killed."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    try:
        child.terminate()
    except AttributeError:
        print("AttributeError")
    try:
        child.kill()
    except AttributeError:
        print("AttributeError")


if __name__ == "__main__":
    program()
