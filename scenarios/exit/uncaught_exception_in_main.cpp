// A main program that fails with an exception reports it on stderr and ends with 1.
//
// What was printed before is not lost: the process ends in an orderly way.
//
// Source: Python tutorial: Errors and Exceptions
// Start methods: none
#include "support/scenario.hpp"

void program() {
  print("Printing");
  throw std::runtime_error("out of paper");
}

EXEUNT_MAIN(program)
