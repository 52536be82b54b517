// A process may be joined again after its end.
//
// The second join returns at once, and the exit code stays.
//
// Source: Python library reference: multiprocessing.Process.join
#include "support/scenario.hpp"

void task() {
  exeunt::exit(3);
}

void program() {
  exeunt::Process child(task);
  child.start();
  for (int time = 1; time <= 2; ++time) {
    child.join();
    print("Exitcode: {}", child.exitcode());
  }
}

EXEUNT_MAIN(program)
