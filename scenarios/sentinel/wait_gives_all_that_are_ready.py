"""wait() gives every sentinel that is ready, in the order asked for."""
import os
import sys
from multiprocessing import Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    pass


def program():
    one, other = Process(target=task), Process(target=task)
    one.start()
    other.start()
    sentinels = [one.sentinel, other.sentinel]
    for sentinel in sentinels:
        wait([sentinel])
    print(f"Ready: {len(wait(sentinels))}")
    one.join()
    other.join()


if __name__ == "__main__":
    program()
