// start() reaps the children that have ended before.
//
// A program that starts many and joins none keeps at most the latest zombies.
//
// Source: Python library reference: multiprocessing, Programming guidelines: Joining zombie processes
#include "support/scenario.hpp"

#include <sys/wait.h>

void task() {}

// Leaves the status to whoever asks next.
void await_end(const exeunt::Process& child) {
  siginfo_t end;
  if (::waitid(P_PID, static_cast<id_t>(*child.pid()), &end, WEXITED | WNOWAIT) == 0) return;
  const std::vector sentinels{child.sentinel()};  // a fork server's child
  exeunt::wait(sentinels);
}

void program() {
  exeunt::Process first(task);
  first.start();
  await_end(first);
  exeunt::Process second(task);
  second.start();
  const bool found = ::waitpid(*first.pid(), nullptr, WNOHANG) > 0;
  print("First left to wait for: {}", found);
}

EXEUNT_MAIN(program)
