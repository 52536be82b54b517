"""A program that chooses no start method gets its platform's default."""
import multiprocessing
import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), ".."))
import support.scenario


def program():
    print(multiprocessing.get_start_method())
    for method in multiprocessing.get_all_start_methods():
        print(f"- {method}")


if __name__ == "__main__":
    program()
