// An empty name is no name: the default one is taken.
//
// Source: Python library reference: multiprocessing.Process.name
// Start methods: none
#include "support/scenario.hpp"

void program() {
  const exeunt::Process child({.name = ""});
  print("{}", child.name());
}

EXEUNT_MAIN(program)
