// The exit code of a child that failed.
//
// The status that the child gives to exit() is what its parent reads as the exit code, once it has ended.
//
// Source: Python library reference: multiprocessing.Process.exitcode, sys.exit
#include "support/scenario.hpp"

void task() {
  block_for(1s);
  exeunt::exit(1);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("{}", child.exitcode());
}

EXEUNT_MAIN(program)
