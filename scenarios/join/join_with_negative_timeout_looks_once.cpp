// A join with a negative limit looks once and returns.
//
// Source: Python library reference: multiprocessing.Process.join
#include "support/scenario.hpp"

void task(exeunt::Event parent_looked) {
  parent_looked.wait();
}

void program() {
  exeunt::Event looked;
  exeunt::Process child(task, looked);
  child.start();
  child.join_for(-1h);
  print("Exitcode: {}", child.exitcode());
  looked.set();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
