"""Arguments are copies: what a child does to them its parent does not see."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(numbers):
    numbers.append(3)
    print(f"Child: {numbers}", flush=True)


def program():
    numbers = [1, 2]
    child = Process(target=task, args=(numbers,))
    child.start()
    child.join()
    print(f"Parent: {numbers}")


if __name__ == "__main__":
    program()
