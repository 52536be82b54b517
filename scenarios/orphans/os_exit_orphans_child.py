"""A main program that leaves by os._exit() while its child is alive: the child is orphaned."""
import os
import sys
from multiprocessing import Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
from support.scenario import block_for, join_parent


def task(running):
    print("Child process running", flush=True)
    running.send("running")
    block_for(2)
    parent = parent_process()
    join_parent()
    print(f"Alive: {parent.is_alive()}")
    print(f"Exitcode: {parent.exitcode}")


def program():
    receiver, running = Pipe(duplex=False)
    child = Process(target=task, args=(running,))
    child.start()
    receiver.recv()
    block_for(1)
    print("Exiting...")
    os._exit(0)


if __name__ == "__main__":
    program()
