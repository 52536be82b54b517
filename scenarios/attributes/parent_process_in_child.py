"""A child finds its parent by parent_process()."""
import os
import sys
from multiprocessing import Process, current_process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(main_pid):
    parent = parent_process()
    print(f"Name: {parent.name}")
    print(f"Pid: {parent.pid == main_pid}")
    print(f"Alive: {parent.is_alive()}")
    print(f"Exitcode: {parent.exitcode}")


def program():
    child = Process(target=task, args=(current_process().pid,))
    child.start()
    child.join()


if __name__ == "__main__":
    program()
