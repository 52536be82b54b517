// In a child current_process() is the process that was started.
//
// It is alive, has the pid that its parent reads, and no exit code yet.
//
// Source: Python library reference: multiprocessing.current_process
#include "support/scenario.hpp"

void task() {
  exeunt::Process& self = exeunt::current_process();
  print("Name: {}", self.name());
  print("Pid: {}", self.pid());
  print("Alive: {}", self.is_alive());
  print("Exitcode: {}", self.exitcode());
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
