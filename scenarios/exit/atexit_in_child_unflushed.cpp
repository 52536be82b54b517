// What an exit handler of a forked child prints is lost when the output is a pipe or a file, unless it
// flushes.
//
// The child has flushed before its handlers run, and leaves without another flush. A spawned child ends as a
// whole program does, and flushes again.
//
// Source: Python library reference: atexit, os._exit
#include "support/scenario.hpp"

void task() {
  exeunt::at_exit([] { print("Handler runs"); });
  print("Child runs");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
