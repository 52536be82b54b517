"""The authkey of a process is inherited."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print(f"Child: {current_process().authkey == b'shared words'}")


def program():
    current_process().authkey = b"shared words"
    child = Process(target=task)
    print(f"Object: {child.authkey == b'shared words'}")
    child.start()
    child.join()


if __name__ == "__main__":
    program()
