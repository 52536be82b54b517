"""A main program that fails reports its error before it waits for its children."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(reported):
    reported.recv()
    print("Child ends", file=sys.stderr, flush=True)


def program():
    receiver, reported = Pipe(duplex=False)
    child = Process(target=task, args=(receiver,))
    child.start()
    atexit.register(reported.send, "now")
    raise RuntimeError("out of paper")


if __name__ == "__main__":
    program()
