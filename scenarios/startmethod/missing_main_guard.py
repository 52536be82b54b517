"""A fresh child begins at main(), which must know what it is for."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def task():
    print("Child runs")


child = Process(target=task)
child.start()
child.join()
print(f"Exitcode: {child.exitcode}")
