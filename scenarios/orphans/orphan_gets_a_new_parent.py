"""An orphan is adopted: the operating system gives it another parent."""
import os
import sys
from multiprocessing import Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import join_parent


def task(looked):
    parent = parent_process()
    print(f"Own parent: {os.getppid() == parent.pid}")
    looked.send("now")
    join_parent()
    print(f"Own parent: {os.getppid() == parent.pid}")


def program():
    receiver, looked = Pipe(duplex=False)
    child = Process(target=task, args=(looked,))
    child.start()
    receiver.recv()
    os._exit(0)


if __name__ == "__main__":
    program()
