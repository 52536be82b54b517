"""An argument that means nothing elsewhere crosses under fork only."""
import os
import pickle
import sys
import threading
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(lock):
    sys.exit(3 if not lock.locked() else 4)


def program():
    child = Process(target=task, args=(threading.Lock(),))
    try:
        child.start()
        child.join()
    except (TypeError, pickle.PicklingError) as error:
        print(type(error).__name__)
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
