// What a process has after its end: its pid still, and an exit code.
//
// Source: Python library reference: multiprocessing.Process
#include "support/scenario.hpp"

void task() {
  exeunt::exit(3);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Pid: {}", child.pid());
  print("Exitcode: {}", child.exitcode());
  print("Alive: {}", child.is_alive());
  print("Listed: {}", !exeunt::active_children().empty());
}

EXEUNT_MAIN(program)
