"""A process that was started has given its target away: run() cannot be called any more."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(f"Runs in {current_process().name}", flush=True)


def program():
    child = Process(target=task)
    child.run()
    child.start()
    child.join()
    try:
        child.run()
    except AttributeError:
        print("AttributeError")


if __name__ == "__main__":
    program()
