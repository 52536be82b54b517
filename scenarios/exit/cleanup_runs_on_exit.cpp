// Cleanup runs when a child leaves by exit().
//
// exit() unwinds: destructors run on the way out, as finally blocks do in Python.
//
// Source: Python library reference: sys.exit
#include "support/scenario.hpp"

struct Cleanup {
  ~Cleanup() { print_flushed("Cleaned up"); }
};

void task() {
  const Cleanup cleanup;
  exeunt::exit(6);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
