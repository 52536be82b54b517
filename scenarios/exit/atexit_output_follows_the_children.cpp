// What an exit handler prints is written when the children have ended, on a pipe and in a file.
//
// The handler, registered after the start, runs before the wait. But main's last flush comes behind it, and
// no flush between. On a terminal each line is written at once.
//
// Source: Python library reference: atexit, sys.stdout
#include "support/scenario.hpp"

void task(exeunt::Event handler_ran) {
  handler_ran.wait();
  print("Child prints");
}

void program() {
  exeunt::Event handler_ran;
  exeunt::Process child(task, handler_ran);
  child.start();
  exeunt::at_exit([handler_ran]() mutable {
    print("Handler prints");
    handler_ran.set();
  });
}

EXEUNT_MAIN(program)
