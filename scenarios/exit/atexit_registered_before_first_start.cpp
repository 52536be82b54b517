// An exit handler registered before the first start runs when the children have ended.
//
// The wait for the children is an exit handler itself, registered by the first start, and the first one
// registered runs last. A later handler lets the child on, so that it surely ends within the wait.
//
// Source: Python library reference: atexit
#include "support/scenario.hpp"

void task(exeunt::Pipe main_ends) {
  main_ends.receive();
  print("Child ends");
}

void program() {
  exeunt::at_exit([] { print("Handler runs"); });
  exeunt::Pipe main_ends;
  exeunt::Process child(task, main_ends);
  child.start();
  exeunt::at_exit([main_ends]() mutable { main_ends.send("now"); });
}

EXEUNT_MAIN(program)
