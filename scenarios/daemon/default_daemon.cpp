// The daemon flag of a new process.
//
// A process made by a main program is no daemon unless it is told to be: its parent will wait for it.
//
// Source: Python library reference: multiprocessing.Process.daemon
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  print("{}", child.daemon());
}

EXEUNT_MAIN(program)
