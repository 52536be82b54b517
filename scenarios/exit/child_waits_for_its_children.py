"""A child, too, waits at its end for the children that it did not join."""
import os
import sys
from multiprocessing import Event, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild(parent_ends):
    parent_ends.wait()
    print(f"Grandchild ends, parent alive: {parent_process().is_alive()}", flush=True)


def task(parent_ends):
    inner = Process(target=grandchild, args=(parent_ends,))
    inner.start()
    try:
        sys.exit(5)
    finally:
        parent_ends.set()


def program():
    parent_ends = Event()
    child = Process(target=task, args=(parent_ends,))
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
