// A child never learns its parent's exit code, and may wait for its end with a limit.
//
// The status of a process is for its parent alone.
//
// Source: Python library reference: multiprocessing.parent_process
#include "support/scenario.hpp"

void task() {
  exeunt::ParentProcess* const parent = exeunt::parent_process();
  parent->join_for(0s);
  print("Alive: {} Exitcode: {}", parent->is_alive(), parent->exitcode());
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
