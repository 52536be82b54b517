// A timed join returns when the process ends, not when its limit is over.
//
// Source: Python library reference: multiprocessing.Process.join
#include "support/scenario.hpp"

void task() {
  exeunt::exit(3);
}

void program() {
  exeunt::Process child(task);
  child.start();
  const auto begin = std::chrono::steady_clock::now();
  child.join_for(60s);
  print("Long before: {}", std::chrono::steady_clock::now() - begin < 30s);
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
