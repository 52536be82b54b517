// A process that never started is not alive.
//
// Source: Python library reference: multiprocessing.Process.is_alive
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  print("{}", child.is_alive());
}

EXEUNT_MAIN(program)
