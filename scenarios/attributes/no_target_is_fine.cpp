// A process without a target starts, does nothing and ends with 0.
//
// Source: Python library reference: multiprocessing.Process
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
