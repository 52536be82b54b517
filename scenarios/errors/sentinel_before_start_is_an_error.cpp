// A process that was not started has no sentinel.
//
// Source: Python library reference: multiprocessing.Process.sentinel
// Start methods: none
#include "support/scenario.hpp"

void program() {
  const exeunt::Process child;
  try {
    print("{}", child.sentinel());
  } catch (const exeunt::ValueError& error) {
    print("ValueError: {}", error.what());
  }
}

EXEUNT_MAIN(program)
