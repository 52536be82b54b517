"""close() does nothing to the main program's own object."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(4)


def program():
    current_process().close()
    print(f"{current_process().name} Alive: {current_process().is_alive()}")
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
