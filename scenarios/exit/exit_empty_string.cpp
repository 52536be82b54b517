// A child that leaves by exit("") writes an empty line to stderr and ends with 1.
//
// A text is no status, however short: only exit() without an argument means success.
//
// Source: Python library reference: sys.exit
#include "support/scenario.hpp"

void task() {
  exeunt::exit("");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
