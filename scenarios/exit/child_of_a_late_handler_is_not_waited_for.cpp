// A child that is started when the wait at the end is over is not waited for.
//
// The handler was registered before the first start, so it runs behind the wait. What it starts is orphaned.
// CPython 3.12 refuses to start it.
//
// Source: Python library reference: atexit; multiprocessing, Joining processes
// Start methods: fork
#include "support/scenario.hpp"

void nothing() {}

void task() {
  exeunt::parent_process()->join();
  print("Late child ends");
}

void start_late() {
  exeunt::Process child(task);
  child.start();
  print("Handler done");
}

void program() {
  exeunt::at_exit(start_late);
  exeunt::Process child(nothing);
  child.start();
}

EXEUNT_MAIN(program)
