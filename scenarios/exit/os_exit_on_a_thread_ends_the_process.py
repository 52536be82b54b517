"""os._exit() on any thread ends the whole process."""
import os
import sys
import threading
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def leave():
    os._exit(6)


def task():
    thread = threading.Thread(target=leave)
    thread.start()
    thread.join()
    print("Never gets here...", flush=True)


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
