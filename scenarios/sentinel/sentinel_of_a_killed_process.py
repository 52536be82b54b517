"""The sentinel of a process that is killed becomes ready too."""
import os
import sys
from multiprocessing import Event, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(never):
    never.wait()


def program():
    never = Event()
    child = Process(target=task, args=(never,))
    child.start()
    child.kill()
    print(f"Ready: {len(wait([child.sentinel]))}")
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
