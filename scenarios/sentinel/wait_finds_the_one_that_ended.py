"""Of several sentinels, wait() gives those of the processes that have ended."""
import os
import sys
from multiprocessing import Event, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(end):
    end.wait()


def program():
    end_first, end_second = Event(), Event()
    first = Process(target=task, args=(end_first,))
    second = Process(target=task, args=(end_second,))
    first.start()
    second.start()
    sentinels = [first.sentinel, second.sentinel]
    end_second.set()
    ready = wait(sentinels)
    print(f"The second alone: {ready == [second.sentinel]}")
    end_first.set()
    first.join()
    second.join()


if __name__ == "__main__":
    program()
