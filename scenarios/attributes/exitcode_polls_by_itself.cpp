// The exit code can be read without a join.
//
// Reading it looks whether the process has ended, and reaps it.
//
// Source: Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

void task() {
  exeunt::exit(3);
}

void program() {
  exeunt::Process child(task);
  child.start();
  const std::vector sentinels{child.sentinel()};
  exeunt::wait(sentinels);
  while (!child.exitcode())
    continue;
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
