"""is_alive() before the start, while the process runs, and after its end."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import block_for


def task(parent_looked):
    block_for(1)
    parent_looked.wait()


def program():
    looked = Event()
    child = Process(target=task, args=(looked,))
    print(child.is_alive())
    child.start()
    print(child.is_alive())
    looked.set()
    child.join()
    print(child.is_alive())


if __name__ == "__main__":
    program()
