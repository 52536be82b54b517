// A process starts once, and not again after its end.
//
// Source: Python library reference: multiprocessing.Process.start
#include "support/scenario.hpp"

void task() {}

void start_again(exeunt::Process& child) {
  try {
    child.start();
  } catch (const exeunt::AssertionError& error) {
    print("AssertionError: {}", error.what());
  }
}

void program() {
  exeunt::Process child(task);
  child.start();
  start_again(child);
  child.join();
  start_again(child);
}

EXEUNT_MAIN(program)
