// The statuses of its children do not change a main program's own.
//
// A failed child does not make its parent fail: a parent that cares reads the exit code.
//
// Source: Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

void task() {
  exeunt::exit(9);
}

void program() {
  exeunt::Process child(task);
  child.start();
}

EXEUNT_MAIN(program)
