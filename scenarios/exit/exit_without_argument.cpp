// A child that leaves by exit() without a status ends with 0.
//
// No argument means success: exit() is exit(0).
//
// Source: Python library reference: sys.exit
#include "support/scenario.hpp"

void task() {
  exeunt::exit();
  print("Never gets here...");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
