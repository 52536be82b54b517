"""A child flushes what it has printed before it waits for its own children."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild(flushed):
    flushed.poll(1)
    print("Grandchild prints")


def tell(flushed, _receiver):  # which must not be closed before
    flushed.send("now")


def task():
    receiver, flushed = Pipe(duplex=False)
    inner = Process(target=grandchild, args=(receiver,))
    inner.start()
    atexit.register(tell, flushed, receiver)
    print("Child prints")


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
