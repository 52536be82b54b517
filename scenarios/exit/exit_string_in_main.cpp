// A main program that leaves by exit("text") writes the text to stderr and ends with 1.
//
// Source: Python library reference: sys.exit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  print("Printing");
  exeunt::exit("out of paper");
}

EXEUNT_MAIN(program)
