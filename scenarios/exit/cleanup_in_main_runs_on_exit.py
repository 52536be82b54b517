"""Cleanup runs when the main program leaves by exit()."""
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    try:
        sys.exit(6)
    finally:
        print("Cleaned up", flush=True)


if __name__ == "__main__":
    program()
