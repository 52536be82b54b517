"""A signal that the parent ignores is ignored in its child."""
import os
import signal
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    os.kill(os.getpid(), signal.SIGUSR1)
    print("Child goes on")


def program():
    signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
