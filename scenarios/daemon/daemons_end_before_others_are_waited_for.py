"""At its end a program first ends its daemons, then waits for its other children."""
import os
import signal
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def hold(sending):
    while True:
        signal.pause()


def task(receiving):
    try:
        receiving.recv()
    except EOFError:
        print("Daemon is gone")


def program():
    receiving, sending = Pipe(duplex=False)
    daemon = Process(target=hold, args=(sending,), daemon=True)
    daemon.start()
    sending.close()
    child = Process(target=task, args=(receiving,))
    child.start()


if __name__ == "__main__":
    program()
