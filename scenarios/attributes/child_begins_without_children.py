"""A child has no children of its own, whatever its parent has."""
import os
import sys
from multiprocessing import Event, Process, active_children

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def wait_for(event):
    event.wait()


def task(counted):
    print(f"Children of the child: {len(active_children())}")
    counted.set()


def program():
    counted = Event()
    elder = Process(target=wait_for, args=(counted,))
    elder.start()
    child = Process(target=task, args=(counted,))
    child.start()
    child.join()
    elder.join()


if __name__ == "__main__":
    program()
