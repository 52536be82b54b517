// What a child's function returns is thrown away: the status is 0.
//
// Only an exit or an error sets a status. Values go back through a pipe.
//
// Source: Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

int task() {
  return 5;
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
