// A KeyboardInterrupt that a child does not catch makes it fail with status 1.
//
// It is an uncaught exception like another, and no death by a signal.
//
// Source: Python library reference: KeyboardInterrupt
#include "support/scenario.hpp"

void task() {
  throw exeunt::KeyboardInterrupt();
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
