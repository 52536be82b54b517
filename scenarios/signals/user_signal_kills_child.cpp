// A signal without a handler ends a child: the exit code is minus its number.
//
// Source: Python library reference: multiprocessing.Process.exitcode
// Platforms: linux
#include "support/scenario.hpp"

#include <csignal>

void task() {
  std::raise(SIGUSR1);
  print("Never gets here...");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
