// An exit handler that calls exit(3) ends itself only: the status stays 0.
//
// It is reported like any other thing that a handler throws (by CPython from 3.10), and the handlers behind
// it still run.
//
// Source: Python library reference: atexit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::at_exit([] { print("Next handler runs"); });
  exeunt::at_exit([] { exeunt::exit(3); });
}

EXEUNT_MAIN(program)
