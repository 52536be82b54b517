"""A child that leaves by os_exit() orphans its own child."""
import os
import sys
from multiprocessing import Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def grandchild(running, main_joined):
    running.send("now")
    main_joined.recv()
    print(f"Parent alive: {parent_process().is_alive()}")


def task(main_joined):
    receiver, running = Pipe(duplex=False)
    inner = Process(target=grandchild, args=(running, main_joined))
    inner.start()
    receiver.recv()
    os._exit(5)


def program():
    main_joined, joined = Pipe(duplex=False)
    child = Process(target=task, args=(main_joined,))
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}", flush=True)
    joined.send("now")


if __name__ == "__main__":
    program()
