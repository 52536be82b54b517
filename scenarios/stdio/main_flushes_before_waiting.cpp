// A main program's last lines are written before it waits for its children.
//
// The flush comes first, then the exit handlers, then the wait. The child is let on by an exit handler.
//
// Source: Python library reference: multiprocessing, atexit
#include "support/scenario.hpp"

void task(exeunt::Pipe main_flushed) {
  main_flushed.receive();
  print("Child");
}

void program() {
  exeunt::Pipe flushed;
  exeunt::Process child(task, flushed);
  child.start();
  exeunt::at_exit([flushed]() mutable { flushed.send("now"); });
  print("Main, at its end");
}

EXEUNT_MAIN(program)
