"""No cleanup runs when a child leaves by os._exit()."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    try:
        os._exit(6)
    finally:
        print("Cleaned up", flush=True)


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
