// A child flushes what it has printed before it waits for its own children.
//
// CPython before 3.13 waited first. The grandchild waits for the child's exit handler, which runs behind the
// flush; where the wait comes first, it gives up waiting. On a terminal each line is written at once.
//
// Source: Python library reference: sys.stdout; multiprocessing, Joining processes
#include "support/scenario.hpp"

void grandchild(exeunt::Event flushed) {
  flushed.wait_for(1s);
  print("Grandchild prints");
}

void task() {
  exeunt::Event flushed;
  exeunt::Process inner(grandchild, flushed);
  inner.start();
  exeunt::at_exit([flushed]() mutable { flushed.set(); });
  print("Child prints");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
