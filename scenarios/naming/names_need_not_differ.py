"""Two processes may bear the same name."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    pass


def program():
    one, other = Process(name="Twin", target=task), Process(name="Twin", target=task)
    one.start()
    other.start()
    one.join()
    other.join()
    print(f"{one.name} {other.name} differ: {one.pid != other.pid}")


if __name__ == "__main__":
    program()
