// A child that exits with 143 was not killed: the exit code is 143, not -15.
//
// 143 is how a shell writes "killed by SIGTERM". The operating system keeps the two apart, and so does the
// exit code.
//
// Source: POSIX: waitpid; Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

void task() {
  exeunt::exit(143);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
