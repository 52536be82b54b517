// A signal that the parent ignores is ignored in its child.
//
// Under every start method: handlers do not survive the start of a fresh program, but ignoring does.
//
// Source: Python library reference: signal.signal; POSIX: exec
#include "support/scenario.hpp"

#include <csignal>

void task() {
  std::raise(SIGUSR1);
  print("Child goes on");
}

void program() {
  std::signal(SIGUSR1, SIG_IGN);
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
