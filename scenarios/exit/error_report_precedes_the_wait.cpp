// A main program that fails reports its error before it waits for its children.
//
// The handler, registered after the start, runs behind the report and before the wait: what the child then
// writes to stderr stands below the report.
//
// Source: Python library reference: atexit; multiprocessing, Joining processes
#include "support/scenario.hpp"

void task(exeunt::Event reported) {
  reported.wait();
  print_error("Child ends");
}

void program() {
  exeunt::Event reported;
  exeunt::Process child(task, reported);
  child.start();
  exeunt::at_exit([reported]() mutable { reported.set(); });
  throw std::runtime_error("out of paper");
}

EXEUNT_MAIN(program)
