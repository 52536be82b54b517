"""An orphan keeps its own exit status."""
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import join_parent


def task(running):
    running.send("now")
    join_parent()
    sys.exit(7)


def program():
    receiver, running = Pipe(duplex=False)
    child = Process(target=task, args=(running,))
    child.start()
    receiver.recv()
    os._exit(2)


if __name__ == "__main__":
    program()
