"""active_children() lists the children that live."""
import os
import sys
from multiprocessing import Event, Process, active_children

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def quick():
    pass


def slow(parent_looked):
    parent_looked.wait()


def program():
    looked = Event()
    quick_child = Process(target=quick, name="quick")
    slow_child = Process(target=slow, args=(looked,), name="slow")
    quick_child.start()
    slow_child.start()
    quick_child.join()
    for child in active_children():
        print(child.name)
    looked.set()
    slow_child.join()


if __name__ == "__main__":
    program()
