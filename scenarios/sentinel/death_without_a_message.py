"""A child that dies without its message leaves a parent that only receives waiting for ever."""
import os
import sys
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(to):
    sys.exit(3)
    to.send("Never sent")


def program():
    reader, writer = Pipe(duplex=False)
    child = Process(target=task, args=(writer,))
    child.start()
    either = [reader, child.sentinel]
    print(f"A death: {wait(either) == [child.sentinel]}")
    child.join()
    print(f"Exitcode: {child.exitcode}")
    print(f"A message: {reader.poll(0)}")


if __name__ == "__main__":
    program()
