"""A child sees the end of its parent, whoever else lives."""
import os
import sys
from multiprocessing import Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import outlive_parent


def watch(watching, looked):
    watching.send("now")
    outlive_parent()
    print(f"Parent alive: {parent_process().is_alive()}")
    looked.send("now")


def live_on(living, looks):
    living.send("now")
    looks.recv()


def program():
    watches, watching = Pipe(duplex=False)
    lives, living = Pipe(duplex=False)
    looks, looked = Pipe(duplex=False)
    watcher = Process(target=watch, args=(watching, looked))
    watcher.start()
    sibling = Process(target=live_on, args=(living, looks))
    sibling.start()
    watches.recv()
    lives.recv()
    os._exit(0)


if __name__ == "__main__":
    program()
