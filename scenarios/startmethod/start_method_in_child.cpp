// A child sees the start method that made it.
//
// Source: Python library reference: multiprocessing.get_start_method
#include "support/scenario.hpp"

void task() {
  print("{}", exeunt::get_start_method());
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
