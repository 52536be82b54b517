"""A process cannot join or test a process that another one started."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def wait_for(event):
    event.wait()


def meddle(sibling):
    try:
        sibling.join()
    except AssertionError as error:
        print(f"AssertionError: {error}")
    try:
        print(sibling.is_alive())
    except AssertionError as error:
        print(f"AssertionError: {error}")
    print(f"Exitcode: {sibling.exitcode}")


def program():
    tried = Event()
    sibling = Process(target=wait_for, args=(tried,))
    sibling.start()
    meddler = Process(target=meddle, args=(sibling,))
    meddler.start()
    meddler.join()
    tried.set()
    sibling.join()


if __name__ == "__main__":
    program()
