"""A main program waits at its end for children that nobody joined."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def first(second_ends):
    second_ends.recv()
    print("First child ends")


def second(main_ends, second_ends):
    main_ends.recv()
    print("Second child ends", flush=True)
    second_ends.send("now")


def program():
    main_ends_receiver, main_ends = Pipe(duplex=False)
    second_ends_receiver, second_ends = Pipe(duplex=False)
    first_child = Process(target=first, args=(second_ends_receiver,))
    second_child = Process(target=second, args=(main_ends_receiver, second_ends))
    first_child.start()
    second_child.start()
    atexit.register(main_ends.send, "now")
    print("Main ends")


if __name__ == "__main__":
    program()
