// active_children() lists the children that live.
//
// As a side effect it reaps those that have ended.
//
// Source: Python library reference: multiprocessing.active_children
#include "support/scenario.hpp"

void quick() {}

void slow(exeunt::Event parent_looked) {
  parent_looked.wait();
}

void program() {
  exeunt::Event looked;
  exeunt::Process quick_child({.name = "quick"}, quick);
  exeunt::Process slow_child({.name = "slow"}, slow, looked);
  quick_child.start();
  slow_child.start();
  quick_child.join();
  for (const exeunt::Process* child : exeunt::active_children())
    print("{}", child->name());
  looked.set();
  slow_child.join();
}

EXEUNT_MAIN(program)
