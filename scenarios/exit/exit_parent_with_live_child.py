"""A main program that exits while its child is alive: it waits."""
import atexit
import os
import sys
from multiprocessing import Event, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import block_for


def task(running, parent_exits):
    print("Child process running", flush=True)
    running.set()
    block_for(2)
    parent_exits.wait()
    parent = parent_process()
    print(f"Alive: {parent.is_alive()}")
    print(f"Exitcode: {parent.exitcode}")


def program():
    running, parent_exits = Event(), Event()
    child = Process(target=task, args=(running, parent_exits))
    child.start()
    atexit.register(parent_exits.set)
    running.wait()
    block_for(1)
    print("Exiting...")
    sys.exit()


if __name__ == "__main__":
    program()
