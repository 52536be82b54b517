"""A signal without a handler ends a child: the exit code is minus its number."""
import os
import signal
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    os.kill(os.getpid(), signal.SIGUSR1)
    print("Never gets here...")


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
