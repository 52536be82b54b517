// close() does nothing to the main program's own object.
//
// The main program always has a current process: its object stays open, and it starts children as before.
//
// Source: Python library reference: multiprocessing.current_process, Process.close
#include "support/scenario.hpp"

void task() {
  exeunt::exit(4);
}

void program() {
  exeunt::current_process().close();
  print("{} Alive: {}", exeunt::current_process().name(), exeunt::current_process().is_alive());
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
