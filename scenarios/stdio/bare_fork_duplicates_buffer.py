"""A bare fork() flushes nothing: a pending line is written twice when the output is a pipe or a file."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    print("Pending")
    child = os.fork()
    if child != 0:
        os.waitpid(child, 0)


if __name__ == "__main__":
    program()
