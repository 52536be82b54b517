"""A child that is started when the wait at the end is over is not waited for."""
import atexit
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import join_parent


def nothing():
    pass


def task():
    join_parent()
    print("Late child ends")


def start_late():
    child = Process(target=task)
    child.start()
    print("Handler done")


def program():
    atexit.register(start_late)
    child = Process(target=nothing)
    child.start()


if __name__ == "__main__":
    program()
