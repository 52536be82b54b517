// A main program that leaves by exit(0).
//
// exit() unwinds the program and ends it with the status given: the line after it never runs, and what was
// printed before is flushed on the way out.
//
// Source: Python library reference: sys.exit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  print("Main process running");
  block_for(2s);
  print("Exiting...");
  exeunt::exit(0);
  print("Never gets here...");
}

EXEUNT_MAIN(program)
