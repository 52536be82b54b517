"""What an exit handler prints is written when the children have ended, on a pipe and in a file."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(handler_ran):
    handler_ran.recv()
    print("Child prints")


def handle(handler_ran):
    print("Handler prints")
    handler_ran.send("now")


def program():
    receiver, handler_ran = Pipe(duplex=False)
    child = Process(target=task, args=(receiver,))
    child.start()
    atexit.register(handle, handler_ran)


if __name__ == "__main__":
    program()
