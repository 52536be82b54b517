// The default name of a child's child shows where it comes from.
//
// Process-1:2 is the second process made by Process-1: every process counts its own from 1.
//
// Source: Python library reference: multiprocessing.Process.name
#include "support/scenario.hpp"

void report() {
  print("{} of {}", exeunt::current_process().name(), exeunt::parent_process()->name());
}

void task() {
  report();
  for (int number = 1; number <= 2; ++number) {
    exeunt::Process inner(report);
    inner.start();
    inner.join();
  }
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
