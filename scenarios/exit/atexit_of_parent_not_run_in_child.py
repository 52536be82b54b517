"""Exit handlers of the parent are not run in its child."""
import atexit
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print("Child runs")


def report():
    print(f"Handler in {current_process().name}")


def program():
    atexit.register(report)
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
