// The parent process of a grandchild is the child, not the main program.
//
// Source: Python library reference: multiprocessing.parent_process
#include "support/scenario.hpp"

void grandchild() {
  const exeunt::ParentProcess* const parent = exeunt::parent_process();
  print("{} {}", parent->name(), parent->pid());
}

void task() {
  exeunt::Process inner(grandchild);
  inner.start();
  inner.join();
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
