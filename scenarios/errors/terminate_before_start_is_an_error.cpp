// A process that was not started cannot be terminated or killed.
//
// Source: Python library reference: multiprocessing.Process.terminate, kill
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  try {
    child.terminate();
  } catch (const exeunt::AttributeError&) {
    print("AttributeError");
  }
  try {
    child.kill();
  } catch (const exeunt::AttributeError&) {
    print("AttributeError");
  }
}

EXEUNT_MAIN(program)
