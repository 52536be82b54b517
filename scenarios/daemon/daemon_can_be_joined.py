"""A daemon that is joined may end by itself."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print("Daemon ends by itself")


def program():
    daemon = Process(target=task, daemon=True)
    daemon.start()
    daemon.join()
    print(f"Exitcode: {daemon.exitcode}")


if __name__ == "__main__":
    program()
