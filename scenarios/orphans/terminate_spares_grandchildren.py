"""terminate() ends one process, not its family: the grandchild lives on."""
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import join_parent


def grandchild(done):
    join_parent()
    print("Grandchild goes on", flush=True)
    done.send("now")


def task(started, done):
    inner = Process(target=grandchild, args=(done,))
    inner.start()
    started.send("now")
    inner.join()


def program():
    has_started, started = Pipe(duplex=False)
    is_done, done = Pipe(duplex=False)
    child = Process(target=task, args=(started, done))
    child.start()
    has_started.recv()
    child.terminate()
    child.join()
    is_done.recv()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
