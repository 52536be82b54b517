// What a process has before it starts: no pid, no exit code, and it is not alive.
//
// Source: Python library reference: multiprocessing.Process
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process child;
  print("Pid: {}", child.pid());
  print("Exitcode: {}", child.exitcode());
  print("Alive: {}", child.is_alive());
}

EXEUNT_MAIN(program)
