"""A child may close its own process object."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(text):
    current_process().close()
    try:
        print(current_process().pid)
    except ValueError as error:
        print(f"ValueError: {error}")
    print(f"{current_process().name} {text}")


def program():
    child = Process(target=task, args=("goes on",))
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
