// A process can be given a name, and another one later.
//
// Source: Python library reference: multiprocessing.Process.name
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child({.name = "Clerk"});
  print("{}", child.name());
  child.set_name("Porter");
  print("{}", child.name());
}

EXEUNT_MAIN(program)
