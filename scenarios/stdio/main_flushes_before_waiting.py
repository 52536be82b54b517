"""A main program's last lines are written before it waits for its children."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(main_flushed):
    main_flushed.recv()
    print("Child")


def program():
    main_flushed, flushed = Pipe(duplex=False)
    child = Process(target=task, args=(main_flushed,))
    child.start()
    atexit.register(flushed.send, "now")
    print("Main, at its end")


if __name__ == "__main__":
    program()
