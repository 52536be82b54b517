"""A process made in a daemon is a daemon too."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    inner = Process()
    print(f"Daemon: {inner.daemon}")


def program():
    child = Process(target=task, daemon=True)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
