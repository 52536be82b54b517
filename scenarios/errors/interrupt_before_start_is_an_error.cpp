// A process that was not started cannot be interrupted.
//
// Source: Python library reference: multiprocessing.Process.interrupt (new in 3.14)
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  try {
    child.interrupt();
  } catch (const exeunt::AttributeError& error) {
    print("AttributeError: {}", error.what());
  }
}

EXEUNT_MAIN(program)
