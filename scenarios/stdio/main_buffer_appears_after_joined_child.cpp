// join() flushes nothing: on a pipe or in a file the parent's earlier line follows the child's.
//
// The parent printed first, but into a buffer, which it writes at its own end.
//
// Source: Python library reference: print
#include "support/scenario.hpp"

void task(exeunt::Pipe parent_printed) {
  parent_printed.receive();
  print("Child");
}

void program() {
  exeunt::Pipe printed;
  exeunt::Process child(task, printed);
  child.start();
  print("Main, before the join");
  printed.send("now");
  child.join();
}

EXEUNT_MAIN(program)
