"""exit() on another thread ends that thread; the process goes on, its status untouched."""
import os
import sys
import threading
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def leave():
    sys.exit(3)


def task():
    thread = threading.Thread(target=leave)
    thread.start()
    thread.join()
    print("Child goes on")


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
