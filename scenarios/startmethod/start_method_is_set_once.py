"""The start method may be set once."""
import multiprocessing
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    multiprocessing.set_start_method("spawn")
    try:
        multiprocessing.set_start_method("fork")
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
    print(multiprocessing.get_start_method())
    multiprocessing.set_start_method("fork", force=True)
    print(multiprocessing.get_start_method())
    try:
        multiprocessing.set_start_method("teleport", force=True)
    except ValueError as error:
        print(f"ValueError: {error}")


if __name__ == "__main__":
    program()
