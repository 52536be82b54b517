"""terminate() does not wait for the end, and the child may still choose its status."""
import os
import signal
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(ready, looked):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    ready.set()
    signal.sigwait({signal.SIGTERM})
    looked.wait()
    sys.exit(21)


def program():
    ready, looked = Event(), Event()
    child = Process(target=task, args=(ready, looked))
    child.start()
    ready.wait()
    child.terminate()
    print(f"Alive: {child.is_alive()} Exitcode: {child.exitcode}")
    looked.set()
    child.join()
    print(f"Alive: {child.is_alive()} Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
