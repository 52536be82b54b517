// A child that closes its standard output and prints nothing more ends with 0.
//
// There is nothing to flush at its end, so nothing can fail.
//
// Source: Python library reference: sys.stdout
#include "support/scenario.hpp"

#include <unistd.h>

void task() {
  ::close(STDOUT_FILENO);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
