// A child that fails waits for its own children, and has reported its error before.
//
// CPython before 3.13 waited first. The grandchild waits for the child's exit handler, which runs behind the
// report; where the wait comes first, it gives up waiting.
//
// Source: Python library reference: multiprocessing, Joining processes
#include "support/scenario.hpp"

void grandchild(exeunt::Event reported) {
  reported.wait_for(1s);
  print_error("Grandchild ends");
}

void task() {
  exeunt::Event reported;
  exeunt::Process inner(grandchild, reported);
  inner.start();
  exeunt::at_exit([reported]() mutable { reported.set(); });
  throw std::runtime_error("out of paper");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
