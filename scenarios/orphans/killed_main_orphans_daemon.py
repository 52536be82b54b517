"""A main program that is killed cannot end its daemon, which is orphaned."""
import os
import signal
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import join_parent


def task(ready):
    ready.send("now")
    join_parent()
    print("Daemon goes on")


def program():
    is_ready, ready = Pipe(duplex=False)
    daemon = Process(target=task, args=(ready,), daemon=True)
    daemon.start()
    is_ready.recv()
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    program()
