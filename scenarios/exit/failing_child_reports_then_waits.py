"""A child that fails waits for its own children, and has reported its error before."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild(reported):
    reported.poll(1)
    print("Grandchild ends", file=sys.stderr, flush=True)


def tell(reported, _receiver):  # which must not be closed before
    reported.send("now")


def task():
    receiver, reported = Pipe(duplex=False)
    inner = Process(target=grandchild, args=(receiver,))
    inner.start()
    atexit.register(tell, reported, receiver)
    raise RuntimeError("out of paper")


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
