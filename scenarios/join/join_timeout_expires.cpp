// A timed join can return before the process has ended.
//
// In Python it does not say so: only the exit code, still None, tells. In C++ join_for() returns false.
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
  child.join_for(10ms);
  print("Exitcode: {}", child.exitcode());
  looked.set();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
