"""The sentinel of a process becomes ready when the process ends."""
import os
import sys
from multiprocessing import Event, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(parent_looked):
    parent_looked.wait()


def program():
    looked = Event()
    child = Process(target=task, args=(looked,))
    child.start()
    sentinels = [child.sentinel]
    print(f"Ready: {bool(wait(sentinels, 0))}")
    looked.set()
    print(f"Ready: {bool(wait(sentinels))}")
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
