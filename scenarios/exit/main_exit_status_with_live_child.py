"""A main program that leaves by exit(5) while its child is alive waits, and still ends with 5."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(main_leaves):
    main_leaves.recv()
    sys.exit(3)


def program():
    receiver, main_leaves = Pipe(duplex=False)
    child = Process(target=task, args=(receiver,))
    child.start()
    atexit.register(main_leaves.send, "now")
    sys.exit(5)


if __name__ == "__main__":
    program()
