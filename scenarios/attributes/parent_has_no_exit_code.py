"""A child never learns its parent's exit code, and may wait for its end with a limit."""
import os
import sys
from multiprocessing import Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    parent = parent_process()
    parent.join(0)
    print(f"Alive: {parent.is_alive()} Exitcode: {parent.exitcode}")


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
