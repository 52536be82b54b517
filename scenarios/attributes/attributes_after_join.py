"""What a process has after its end: its pid still, and an exit code."""
import os
import sys
from multiprocessing import Process, active_children

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    sys.exit(3)


def program():
    child = Process(target=task)
    child.start()
    child.join()
    print(f"Pid: {child.pid}")
    print(f"Exitcode: {child.exitcode}")
    print(f"Alive: {child.is_alive()}")
    print(f"Listed: {bool(active_children())}")


if __name__ == "__main__":
    program()
