"""The main process is named MainProcess."""
import os
import sys
from multiprocessing import current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    print(current_process().name)


if __name__ == "__main__":
    program()
