// start() reaps the children that have ended before.
//
// A program that starts many and joins none keeps at most the latest zombies.
//
// Source: Python library reference: multiprocessing, Programming guidelines: Joining zombie processes
#include "support/scenario.hpp"

#include <sys/wait.h>

void task() {}

void program() {
  exeunt::Process first(task);
  first.start();
  const std::vector sentinels{first.sentinel()};
  exeunt::wait(sentinels);
  exeunt::Process second(task);
  second.start();
  const bool found = ::waitpid(*first.pid(), nullptr, WNOHANG) > 0;
  print("First left to wait for: {}", found);
}

EXEUNT_MAIN(program)
