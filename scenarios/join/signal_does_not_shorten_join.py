"""A signal that is handled while join() waits does not shorten the wait."""
import os
import signal
import sys
from multiprocessing import Event, Process, parent_process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(main_joins):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    main_joins.wait()
    os.kill(parent_process().pid, signal.SIGUSR1)
    signal.sigwait({signal.SIGUSR1})
    sys.exit(3)


def program():
    main_joins = Event()
    child = Process(target=task, args=(main_joins,))
    signal.signal(signal.SIGUSR1, lambda number, frame: os.kill(child.pid, signal.SIGUSR1))
    child.start()
    main_joins.set()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
