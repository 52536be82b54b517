// A process ended by kill() has the exit code -9.
//
// kill() sends SIGKILL, which no process can refuse.
//
// On Windows kill() is terminate() by another name, so the exit code is -15.
//
// Source: Python library reference: multiprocessing.Process.kill, exitcode
#include "support/scenario.hpp"

void task(exeunt::Event never) {
  never.wait();
}

void program() {
  exeunt::Event never;
  exeunt::Process child(task, never);
  child.start();
  child.kill();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
