// A function that refers to its surroundings can be the target under fork only.
//
// To another program it cannot be passed on: start() fails, nothing is started, and the program goes on.
//
// Source: Python library reference: multiprocessing, Programming guidelines (picklability)
#include "support/scenario.hpp"

void program() {
  int status = 3;
  exeunt::Process child([&status] { exeunt::exit(status); });
  try {
    child.start();
    child.join();
    print("Exitcode: {}", child.exitcode());
  } catch (const exeunt::TypeError&) {
    print("Not started, pid: {}", child.pid());
  }
}

EXEUNT_MAIN(program)
