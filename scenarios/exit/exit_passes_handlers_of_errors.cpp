// A handler of errors does not catch an exit.
//
// SystemExit is no std::exception, as in Python it is no Exception, so that a broad handler of errors does
// not keep a process from leaving.
//
// Source: Python library reference: SystemExit
#include "support/scenario.hpp"

void task() {
  try {
    exeunt::exit(6);
  } catch (const std::exception&) {
    print("Swallowed");
  }
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
