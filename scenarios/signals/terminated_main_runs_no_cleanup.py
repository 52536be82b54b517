"""A main program that gets SIGTERM ends at once: no cleanup, no handlers, no last flush."""
import atexit
import os
import signal
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    atexit.register(print, "Never gets here...")
    print("Main prints a line")
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    program()
