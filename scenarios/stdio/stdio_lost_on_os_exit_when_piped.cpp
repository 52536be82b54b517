// os_exit() flushes nothing: a child's last lines are lost when its output is a pipe or a file.
//
// On a terminal a whole line is written at once; on a pipe and in a file it waits in a buffer, which
// os_exit() leaves behind.
//
// Source: Python library reference: os._exit
#include "support/scenario.hpp"

void task() {
  print("Child prints a line");
  exeunt::os_exit(0);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
