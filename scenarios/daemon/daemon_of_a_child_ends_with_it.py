"""A child that ends takes its own daemons with it."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def wait_for_ever(ready, never):
    ready.set()
    never.wait()


def task():
    ready, never = Event(), Event()
    daemon = Process(target=wait_for_ever, args=(ready, never), daemon=True)
    daemon.start()
    ready.wait()
    sys.exit(2)


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
