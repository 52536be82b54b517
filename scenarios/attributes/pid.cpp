// The pid of a process, before and after its start.
//
// There is no pid before start(), for there is no process yet; afterwards it is the one that the operating
// system knows.
//
// Source: Python library reference: multiprocessing.Process.pid
#include "support/scenario.hpp"

void task() {}

void program() {
  exeunt::Process child(task);
  print("{}", child.pid());
  child.start();
  print("{}", child.pid());
  child.join();
}

EXEUNT_MAIN(program)
