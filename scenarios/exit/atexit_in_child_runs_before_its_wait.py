"""A child's exit handlers run before it waits for its own children, whenever they were registered."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild(handler_ran):
    print(f"Handler ran first: {handler_ran.poll(1)}")


def tell(handler_ran, _receiver):  # which must not be closed before
    handler_ran.send("now")


def task(receiver, handler_ran):
    atexit.register(tell, handler_ran, receiver)
    inner = Process(target=grandchild, args=(receiver,))
    inner.start()


def program():
    receiver, handler_ran = Pipe(duplex=False)
    child = Process(target=task, args=(receiver, handler_ran))
    child.start()
    child.join()


if __name__ == "__main__":
    program()
