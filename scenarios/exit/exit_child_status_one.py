"""A child that exits with status 1."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import block_for


def task():
    print("Child process running")
    block_for(2)
    print("Exiting...")
    sys.exit(1)
    print("Never gets here...")


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Alive: {child.is_alive()}")
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
