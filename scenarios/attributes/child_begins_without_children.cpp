// A child has no children of its own, whatever its parent has.
//
// Under fork it is a copy of its parent; but its elder sibling is its sibling, not its child.
//
// Source: Python library reference: multiprocessing.active_children
#include "support/scenario.hpp"

void wait_for(exeunt::Event event) {
  event.wait();
}

void task(exeunt::Event counted) {
  print("Children of the child: {}", exeunt::active_children().size());
  counted.set();
}

void program() {
  exeunt::Event counted;
  exeunt::Process elder(wait_for, counted);
  elder.start();
  exeunt::Process child(task, counted);
  child.start();
  child.join();
  elder.join();
}

EXEUNT_MAIN(program)
