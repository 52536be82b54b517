// A process made in a daemon is a daemon too.
//
// The flag is taken over from the process that makes the object.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

void task() {
  exeunt::Process inner;
  print("Daemon: {}", inner.daemon());
}

void program() {
  exeunt::Process child({.daemon = true}, task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
