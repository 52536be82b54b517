"""os._exit() does not end daemons: they are orphaned too."""
import os
import sys
from multiprocessing import Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(running):
    running.send("now")
    parent_process().join()
    print("Daemon goes on")


def program():
    receiver, running = Pipe(duplex=False)
    child = Process(target=task, args=(running,), daemon=True)
    child.start()
    receiver.recv()
    os._exit(0)


if __name__ == "__main__":
    program()
