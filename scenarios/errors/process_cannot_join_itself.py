"""A process cannot join itself."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def join_oneself():
    try:
        current_process().join()
    except AssertionError as error:
        print(f"{current_process().name}: {error}", flush=True)


def program():
    join_oneself()
    child = Process(target=join_oneself)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
