"""What a process has before it starts: no pid, no exit code, and it is not alive."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    child = Process()
    print(f"Pid: {child.pid}")
    print(f"Exitcode: {child.exitcode}")
    print(f"Alive: {child.is_alive()}")


if __name__ == "__main__":
    program()
