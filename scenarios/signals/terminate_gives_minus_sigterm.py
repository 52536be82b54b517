"""A process ended by terminate() has the exit code -15."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(never):
    never.wait()


def program():
    never = Event()
    child = Process(target=task, args=(never,))
    child.start()
    child.terminate()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
