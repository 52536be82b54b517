// A name of its own does not enter the default names of a process's children.
//
// They are named after its place in the family, not after its name.
//
// Source: Python library reference: multiprocessing.Process.name
#include "support/scenario.hpp"

void grandchild() {
  print("{}", exeunt::current_process().name());
}

void task() {
  exeunt::Process inner(grandchild);
  inner.start();
  inner.join();
}

void program() {
  exeunt::Process child({.name = "Alpha"}, task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
