"""A process that has ended is not alive, however it ended."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def return_at_once():
    pass


def fail():
    sys.exit(3)


def wait_for(event):
    event.wait()


def program():
    never = Event()
    returned, failed = Process(target=return_at_once), Process(target=fail)
    killed = Process(target=wait_for, args=(never,))
    for child in (returned, failed, killed):
        child.start()
    killed.kill()
    for child in (returned, failed, killed):
        child.join()
        print(f"Exitcode: {child.exitcode} Alive: {child.is_alive()}")


if __name__ == "__main__":
    program()
