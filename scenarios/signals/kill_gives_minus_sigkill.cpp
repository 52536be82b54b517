// A process ended by kill() has the exit code -9.
//
// kill() sends SIGKILL, which no process can refuse.
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
