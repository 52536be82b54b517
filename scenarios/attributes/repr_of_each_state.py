"""A process object shows its state: initial, started, stopped, closed."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(never):
    never.wait()


def program():
    never = Event()
    child = Process(target=task, args=(never,), daemon=True)
    print(child)
    child.start()
    print(child)
    child.terminate()
    child.join()
    print(child)
    child.close()
    print(child)


if __name__ == "__main__":
    program()
