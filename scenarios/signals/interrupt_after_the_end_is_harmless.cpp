// interrupt() does nothing to a process that has ended.
//
// The exit code stays, and no other process that may have got the same pid is hit.
//
// Source: Python library reference: multiprocessing.Process.interrupt (new in 3.14)
// Platforms: linux, darwin, freebsd
#include "support/scenario.hpp"

void task() {
  exeunt::exit(3);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  child.interrupt();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
