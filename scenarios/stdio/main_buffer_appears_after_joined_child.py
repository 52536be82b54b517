"""join() flushes nothing: on a pipe or in a file the parent's earlier line follows the child's."""
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(parent_printed):
    parent_printed.recv()
    print("Child")


def program():
    parent_printed, printed = Pipe(duplex=False)
    child = Process(target=task, args=(parent_printed,))
    child.start()
    print("Main, before the join")
    printed.send("now")
    child.join()


if __name__ == "__main__":
    program()
