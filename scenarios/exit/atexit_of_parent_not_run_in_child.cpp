// Exit handlers of the parent are not run in its child.
//
// Even a forked child, which has a copy of them, leaves them alone.
//
// Source: Python library reference: atexit
#include "support/scenario.hpp"

void task() {
  print("Child runs");
}

void program() {
  exeunt::at_exit([] { print("Handler in {}", exeunt::current_process().name()); });
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
