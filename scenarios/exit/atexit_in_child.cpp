// Exit handlers that a child registers run at its end.
//
// CPython before 3.13 ran them in spawned children only.
//
// Source: Python library reference: atexit
#include "support/scenario.hpp"

void task() {
  exeunt::at_exit([] { print_flushed("Handler runs"); });
  print("Child runs");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
