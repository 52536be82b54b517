// start() flushes first, so that a pending half of a line is not written twice.
//
// A forked child gets a copy of its parent's memory, buffers included; they are empty by then.
//
// Source: Python library reference: multiprocessing.Process.start
#include "support/scenario.hpp"

void task() {
  print("the child's half");
}

void program() {
  print_unfinished("The parent's half and ");
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
