"""Where SIGCHLD is ignored the kernel reaps children by itself, and CPython loses their statuses."""
import os
import signal
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(3)


def program():
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode} Alive: {child.is_alive()}")


if __name__ == "__main__":
    program()
