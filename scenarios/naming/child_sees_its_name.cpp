// A child knows the name that its parent gave it.
//
// Source: Python library reference: multiprocessing.current_process
#include "support/scenario.hpp"

void task() {
  print("{}", exeunt::current_process().name());
}

void program() {
  exeunt::Process child({.name = "Clerk"}, task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
