"""Children may be joined in another order than they end."""
import os
import sys
from multiprocessing import Event, Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task(number, before, after):
    before.wait()
    print(f"Child {number} ends", flush=True)
    after.set()
    sys.exit(number)


def program():
    first_may_end, second_may_end, third_may_end, all_ended = Event(), Event(), Event(), Event()
    first = Process(target=task, args=(1, first_may_end, second_may_end))
    second = Process(target=task, args=(2, second_may_end, third_may_end))
    third = Process(target=task, args=(3, third_may_end, all_ended))
    for child in (first, second, third):
        child.start()
    first_may_end.set()
    all_ended.wait()
    for child in (third, second, first):
        child.join()
        print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
