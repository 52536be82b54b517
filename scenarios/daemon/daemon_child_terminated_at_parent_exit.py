"""A main program does not wait for its daemon: it ends it.

What CPython calls a daemon is not Unix's, which leaves its session, and outlives its parent.
"""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(running, never):
    print("Daemon running", flush=True)
    running.set()
    never.wait()
    print("Never gets here...", flush=True)


def program():
    running, never = Event(), Event()
    child = Process(target=task, args=(running, never), daemon=True)
    child.start()
    running.wait()
    print("Main ends")


if __name__ == "__main__":
    program()
