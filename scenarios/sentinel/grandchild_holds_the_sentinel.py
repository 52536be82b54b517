"""A sentinel is ready when its process has ended, whoever else lives."""
import os
import sys
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild(running, main_looked):
    running.send("now")
    main_looked.recv()


def task(main_looked):
    receiver, running = Pipe(duplex=False)
    inner = Process(target=grandchild, args=(running, main_looked))
    inner.start()
    receiver.recv()
    os._exit(8)


def program():
    main_looked, looked = Pipe(duplex=False)
    child = Process(target=task, args=(main_looked,))
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode} Ready: {bool(wait([child.sentinel], 1))}")
    looked.send("now")


if __name__ == "__main__":
    program()
