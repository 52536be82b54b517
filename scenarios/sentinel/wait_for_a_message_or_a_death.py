"""wait() takes pipes beside sentinels: it ends with a message or with a death, whichever comes first."""
import os
import sys
from multiprocessing import Event, Pipe, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(to, go):
    to.send("Hello")
    go.wait()


def program():
    reader, writer = Pipe(duplex=False)
    go = Event()
    child = Process(target=task, args=(writer, go))
    child.start()
    either = [reader, child.sentinel]
    print(f"A message: {wait(either)[0] is reader}")
    print(f"Received: {reader.recv()}")
    go.set()
    print(f"A death: {wait(either)[0] == child.sentinel}")
    child.join()


if __name__ == "__main__":
    program()
