// A process that is killed loses what it has printed when its output is a pipe or a file.
//
// The line waits in a buffer in the memory of the process, and ends with it.
//
// On Windows kill() is terminate() by another name, so the exit code is -15.
//
// Source: Python library reference: multiprocessing.Process.kill
#include "support/scenario.hpp"

void task(exeunt::Event printed, exeunt::Event never) {
  print("Child prints a line");
  printed.set();
  never.wait();
}

void program() {
  exeunt::Event printed, never;
  exeunt::Process child(task, printed, never);
  child.start();
  printed.wait();
  child.kill();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
