// A main program that leaves by exit() flushes before it waits for its children.
//
// The handler, registered after the start, runs behind that flush and before the wait; the child prints only
// then.
//
// Source: Python library reference: sys.exit, sys.stdout
#include "support/scenario.hpp"

void task(exeunt::Event main_left) {
  main_left.wait();
  print("Child prints");
}

void program() {
  exeunt::Event main_left;
  exeunt::Process child(task, main_left);
  child.start();
  exeunt::at_exit([main_left]() mutable { main_left.set(); });
  print("Main prints");
  exeunt::exit(5);
}

EXEUNT_MAIN(program)
