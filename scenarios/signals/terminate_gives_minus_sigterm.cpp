// A process ended by terminate() has the exit code -15.
//
// terminate() sends SIGTERM; a process that a signal ended has minus the signal's number for an exit code.
//
// Source: Python library reference: multiprocessing.Process.terminate, exitcode
#include "support/scenario.hpp"

void task(exeunt::Event never) {
  never.wait();
}

void program() {
  exeunt::Event never;
  exeunt::Process child(task, never);
  child.start();
  child.terminate();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
