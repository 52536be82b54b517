// A daemon that its parent ends runs no cleanup.
//
// SIGTERM ends it where it stands: no destructor runs, as no finally block does in Python.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

struct Cleanup {
  ~Cleanup() { print_flushed("Cleaned up"); }
};

void task(exeunt::Event running, exeunt::Event never) {
  const Cleanup cleanup;
  running.set();
  never.wait();
}

void program() {
  exeunt::Event running, never;
  exeunt::Process child({.daemon = true}, task, running, never);
  child.start();
  running.wait();
  print("Main ends");
}

EXEUNT_MAIN(program)
