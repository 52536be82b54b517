// A child's environment is its parent's at the start; a fork server keeps its own from when it began.
//
// The server is there when the first child was started: what is changed later it does not see.
//
// Source: POSIX: fork, exec; Python library reference: multiprocessing, Contexts and start methods
#include "support/scenario.hpp"

#include <cstdlib>

void task() {
  const char* const colour = std::getenv("COLOUR");
  print("{}", colour != nullptr ? colour : "no colour");
}

void start_one() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

void program() {
  ::setenv("COLOUR", "red", 1);
  start_one();
  ::setenv("COLOUR", "green", 1);
  start_one();
}

EXEUNT_MAIN(program)
