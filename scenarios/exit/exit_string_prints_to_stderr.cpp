// A child that leaves by exit("text") writes the text to stderr and ends with 1.
//
// A text in place of a status is a last message: it goes to stderr with a newline, and counts as a failure.
//
// Source: Python library reference: sys.exit
#include "support/scenario.hpp"

void task() {
  exeunt::exit("out of paper");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
