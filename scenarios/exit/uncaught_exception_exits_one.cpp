// A child that fails with an exception reports it on stderr and ends with 1.
//
// The report names the process and the error. The parent is not disturbed: it reads status 1 and goes on.
//
// Source: Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

void task() {
  throw std::runtime_error("out of paper");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
