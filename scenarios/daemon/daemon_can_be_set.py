"""The daemon flag can be given to a new process, or set before its start."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    given = Process(daemon=True)
    print(given.daemon)
    set_later = Process()
    set_later.daemon = True
    print(set_later.daemon)
    set_later.daemon = False
    print(set_later.daemon)


if __name__ == "__main__":
    program()
