// A child knows its parent by the name that it had when the child's object was made.
//
// Source: Python library reference: multiprocessing.parent_process
#include "support/scenario.hpp"

void task() {
  print("Parent: {}", exeunt::parent_process()->name());
}

void program() {
  exeunt::current_process().set_name("Chief");
  exeunt::Process child(task);
  exeunt::current_process().set_name("Boss");
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
