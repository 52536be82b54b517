// A child that leaves by exit(0) ends with 0.
//
// Zero is success; any other status is a failure to whoever asks.
//
// Source: Python library reference: sys.exit
#include "support/scenario.hpp"

void task() {
  exeunt::exit(0);
  print("Never gets here...");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
