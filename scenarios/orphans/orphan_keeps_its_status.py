"""An orphan keeps its own exit status."""
import os
import sys
from multiprocessing import Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(running):
    running.send("now")
    parent_process().join()
    sys.exit(7)


def program():
    receiver, running = Pipe(duplex=False)
    child = Process(target=task, args=(running,))
    child.start()
    receiver.recv()
    os._exit(2)


if __name__ == "__main__":
    program()
