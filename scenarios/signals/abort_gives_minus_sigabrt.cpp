// A child that calls abort() has the exit code -6.
//
// The program ends itself by a signal: to its parent that is no other than being killed. The process says
// nothing of it; an emulator that executes it may, on stderr.
//
// On Windows, where no signal ends a process, abort() ends it with status 3.
//
// Source: POSIX: abort; Python library reference: os.abort
#include "support/scenario.hpp"

#include <cstdlib>

void task() {
  std::abort();
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
