"""A process that runs cannot be closed."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(parent_tried):
    parent_tried.wait()


def program():
    tried = Event()
    child = Process(target=task, args=(tried,))
    child.start()
    try:
        child.close()
    except ValueError as error:
        print(f"ValueError: {error}")
    tried.set()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
