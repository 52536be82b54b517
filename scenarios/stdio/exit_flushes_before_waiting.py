"""A main program that leaves by exit() flushes before it waits for its children."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(main_left):
    main_left.recv()
    print("Child prints")


def program():
    receiver, main_left = Pipe(duplex=False)
    child = Process(target=task, args=(receiver,))
    child.start()
    atexit.register(main_left.send, "now")
    print("Main prints")
    sys.exit(5)


if __name__ == "__main__":
    program()
