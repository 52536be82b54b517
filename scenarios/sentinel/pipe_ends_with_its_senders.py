"""wait() counts the end of a pipe as ready: the last process that could send has ended."""
import os
import sys
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(to):
    to.send("Hello")


def has_ended(reader):
    try:
        reader.recv()
        return False
    except EOFError:
        return True


def program():
    reader, writer = Pipe(duplex=False)
    child = Process(target=task, args=(writer,))
    child.start()
    writer.close()
    child.join()
    print(f"Ready: {bool(wait([reader]))}")
    print(f"Received: {reader.recv()}")
    print(f"Ready: {bool(wait([reader]))}")
    print(f"Ended: {has_ended(reader)}")


if __name__ == "__main__":
    program()
