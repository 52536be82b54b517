"""os._exit() does not end daemons: they are orphaned too."""
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import join_parent


def task(running):
    running.send("now")
    join_parent()
    print("Daemon goes on")


def program():
    receiver, running = Pipe(duplex=False)
    child = Process(target=task, args=(running,), daemon=True)
    child.start()
    receiver.recv()
    os._exit(0)


if __name__ == "__main__":
    program()
