"""A status that somebody else took is lost to CPython, and found again by the library."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(3)


def program():
    child = Process(target=task)
    child.start()
    try:
        _, status = os.waitpid(child.pid, 0)
        print(f"Stolen: {os.WEXITSTATUS(status)}")
    except ChildProcessError:
        print("Not my child")
    child.join()
    print(f"Exitcode: {child.exitcode} Alive: {child.is_alive()}")


if __name__ == "__main__":
    program()
