// A process that was not started cannot be joined.
//
// Source: Python library reference: multiprocessing.Process.join
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  try {
    child.join();
  } catch (const exeunt::AssertionError& error) {
    print("AssertionError: {}", error.what());
  }
}

EXEUNT_MAIN(program)
