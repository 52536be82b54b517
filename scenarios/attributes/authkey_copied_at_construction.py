"""A process object keeps the authkey of the moment it was made."""
import os
import sys
from multiprocessing import Process, current_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    main = current_process()
    main.authkey = b"old"
    child = Process()
    main.authkey = b"new"
    print(f"Child: {child.authkey.decode()} Main: {main.authkey.decode()}")
    child.authkey = b"own"
    print(f"Child: {child.authkey.decode()} Main: {main.authkey.decode()}")


if __name__ == "__main__":
    program()
