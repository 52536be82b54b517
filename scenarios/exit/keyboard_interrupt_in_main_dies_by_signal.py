"""A KeyboardInterrupt that the main program does not catch ends it by SIGINT."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(main_ends):
    main_ends.recv()
    print("Child ends")


def program():
    main_ends_receiver, main_ends = Pipe(duplex=False)
    child = Process(target=task, args=(main_ends_receiver,))
    child.start()
    atexit.register(main_ends.send, "now")
    print("Interrupted")
    raise KeyboardInterrupt


if __name__ == "__main__":
    program()
