"""active_children() reaps the children that have ended."""
import os
import sys
from multiprocessing import Process, active_children

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import await_end


def task():
    pass


def program():
    child = Process(target=task)
    child.start()
    await_end(child)
    print(f"Children: {len(active_children())}")
    try:
        os.waitpid(child.pid, 0)
        print("Left to wait for: True")
    except ChildProcessError:
        print("Left to wait for: False")


if __name__ == "__main__":
    program()
