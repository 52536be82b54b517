// No cleanup runs when a child leaves by os_exit().
//
// os_exit() ends the process where it stands: no destructor runs, as no finally block does in Python.
//
// Source: Python library reference: os._exit
#include "support/scenario.hpp"

struct Cleanup {
  ~Cleanup() { print_flushed("Cleaned up"); }
};

void task() {
  const Cleanup cleanup;
  exeunt::os_exit(6);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
