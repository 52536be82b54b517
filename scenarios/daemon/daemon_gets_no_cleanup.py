"""A daemon that its parent ends runs no cleanup."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(running, never):
    try:
        running.set()
        never.wait()
    finally:
        print("Cleaned up", flush=True)


def program():
    running, never = Event(), Event()
    child = Process(target=task, args=(running, never), daemon=True)
    child.start()
    running.wait()
    print("Main ends")


if __name__ == "__main__":
    program()
