// A child whose function simply returns ends with 0.
//
// What the function returns is thrown away; only exit() and errors make another status.
//
// Source: Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

int task() {
  return 7;
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
