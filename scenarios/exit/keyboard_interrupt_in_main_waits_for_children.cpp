// A main program that a KeyboardInterrupt ends waits for its children before it dies of SIGINT.
//
// The report comes first, then handlers and the wait, and last the signal.
//
// On Windows no signal ends a process: the status is 0xC000013A, of which a Unix parent (Wine) sees 58, the
// low eight bits.
//
// Source: Python library reference: KeyboardInterrupt; multiprocessing, Joining processes
#include "support/scenario.hpp"

void task(exeunt::Event interrupted) {
  interrupted.wait();
  print("Child ends");
}

void program() {
  exeunt::Event interrupted;
  exeunt::Process child(task, interrupted);
  child.start();
  exeunt::at_exit([interrupted]() mutable { interrupted.set(); });
  throw exeunt::KeyboardInterrupt();
}

EXEUNT_MAIN(program)
