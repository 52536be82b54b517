"""An exit handler registered after the first start runs before the children are waited for."""
import atexit
import os
import sys
from multiprocessing import Pipe, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(handler_ran):
    handler_ran.recv()
    print("Child ends")


def let_on(handler_runs):
    print("Handler runs", flush=True)
    handler_runs.send("now")


def program():
    handler_ran, handler_runs = Pipe(duplex=False)
    child = Process(target=task, args=(handler_ran,))
    child.start()
    atexit.register(let_on, handler_runs)


if __name__ == "__main__":
    program()
