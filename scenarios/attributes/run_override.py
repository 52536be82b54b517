"""A subclass may replace run(), which is what the child does."""
import os
import sys
from multiprocessing import Process

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


class Worker(Process):
    def run(self):
        print(f"{self.name} runs")
        sys.exit(4)


def program():
    child = Worker()
    child.start()
    child.join()
    print(f"Exitcode: {child.exitcode}")


if __name__ == "__main__":
    program()
