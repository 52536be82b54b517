"""SIGINT breaks out of join() by a KeyboardInterrupt; the child is untouched."""
import os
import signal
import sys
from multiprocessing import Event, Pipe, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(main_joins, interrupted):
    main_joins.recv()
    os.kill(parent_process().pid, signal.SIGINT)
    interrupted.wait()
    sys.exit(3)


def program():
    receiver, main_joins = Pipe(duplex=False)
    interrupted = Event()
    child = Process(target=task, args=(receiver, interrupted))
    child.start()
    try:
        main_joins.send("now")
        child.join()
    except KeyboardInterrupt:
        print(f"KeyboardInterrupt, alive: {child.is_alive()}")
    interrupted.set()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
