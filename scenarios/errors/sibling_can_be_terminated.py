"""A process may terminate another one that is not its child."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def wait_for_ever(never):
    never.wait()


def meddle(sibling):
    sibling.terminate()


def program():
    never = Event()
    sibling = Process(target=wait_for_ever, args=(never,))
    sibling.start()
    meddler = Process(target=meddle, args=(sibling,))
    meddler.start()
    meddler.join()
    sibling.join()
    print(f"Exitcode: {sibling.exitcode}")


if __name__ == "__main__":
    program()
