"""A process that is killed loses what it has printed when its output is a pipe or a file."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(printed, never):
    print("Child prints a line")
    printed.set()
    never.wait()


def program():
    printed, never = Event(), Event()
    child = Process(target=task, args=(printed, never))
    child.start()
    printed.wait()
    child.kill()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
