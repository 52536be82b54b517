"""A main program's status, too, keeps its low eight bits only."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    sys.exit(263)


if __name__ == "__main__":
    program()
