// What a child flushes itself is not lost by os_exit().
//
// Source: Python library reference: os._exit, print
#include "support/scenario.hpp"

void task() {
  print_flushed("Saved");
  exeunt::os_exit(0);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
