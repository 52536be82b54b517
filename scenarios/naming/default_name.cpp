// The name of a new process.
//
// A process that is given no name is called Process-1, the next one Process-2: the name exists as soon as the
// object does, before anything is started.
//
// Source: Python library reference: multiprocessing.Process.name
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  print("{}", child.name());
}

EXEUNT_MAIN(program)
