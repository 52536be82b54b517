"""In a child current_process() is the process that was started."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    self = current_process()
    print(f"Name: {self.name}")
    print(f"Pid: {self.pid}")
    print(f"Alive: {self.is_alive()}")
    print(f"Exitcode: {self.exitcode}")


def program():
    child = Process(target=task)
    child.start()
    child.join()


if __name__ == "__main__":
    program()
