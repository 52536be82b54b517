"""A main program that a KeyboardInterrupt ends waits for its children before it dies of SIGINT."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(interrupted):
    interrupted.recv()
    print("Child ends")


def program():
    receiver, interrupted = Pipe(duplex=False)
    child = Process(target=task, args=(receiver,))
    child.start()
    atexit.register(interrupted.send, "now")
    raise KeyboardInterrupt


if __name__ == "__main__":
    program()
