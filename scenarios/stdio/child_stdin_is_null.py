"""A child's standard input is empty: it is /dev/null, and main's is its own."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def read_line():
    line = sys.stdin.readline().rstrip("\n") or "nothing"
    print(f"{current_process().name} reads: {line}", flush=True)


def program():
    child = Process(target=read_line)
    child.start()
    child.join()
    read_line()


if __name__ == "__main__":
    program()
