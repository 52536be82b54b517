"""A daemon that handles SIGTERM chooses its own end, and its parent waits for it."""
import os
import signal
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(ready, never):
    signal.signal(signal.SIGTERM, lambda number, frame: os._exit(3))
    ready.set()
    never.wait()


def program():
    ready, never = Event(), Event()
    daemon = Process(target=task, args=(ready, never), daemon=True)
    daemon.start()
    ready.wait()


if __name__ == "__main__":
    program()
