"""A process that is renamed after its start has two names: one on each side."""
import os
import sys
from multiprocessing import Event, Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(renamed):
    renamed.wait()
    print(f"Child: {current_process().name}", flush=True)


def program():
    renamed = Event()
    child = Process(name="Alpha", target=task, args=(renamed,))
    child.start()
    child.name = "Omega"
    renamed.set()
    child.join()
    print(f"Parent: {child.name}")


if __name__ == "__main__":
    program()
