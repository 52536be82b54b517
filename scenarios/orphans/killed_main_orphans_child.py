"""A main program that is killed leaves its child behind."""
import os
import signal
import sys
from multiprocessing import Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import join_parent


def task(running):
    running.send("now")
    join_parent()
    print(f"Alive: {parent_process().is_alive()}")


def program():
    receiver, running = Pipe(duplex=False)
    child = Process(target=task, args=(running,))
    child.start()
    receiver.recv()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    program()
