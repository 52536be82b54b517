"""os._exit() runs no exit handlers."""
import atexit
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    atexit.register(print, "Handler", flush=True)
    print("Main ends", flush=True)
    os._exit(0)


if __name__ == "__main__":
    program()
