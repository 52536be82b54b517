// is_alive() before the start, while the process runs, and after its end.
//
// A process is alive from start() to its end. The child of this program does not end before its parent has
// looked.
//
// Source: Python library reference: multiprocessing.Process.is_alive
#include "support/scenario.hpp"

void task(exeunt::Event parent_looked) {
  block_for(1s);
  parent_looked.wait();
}

void program() {
  exeunt::Event looked;
  exeunt::Process child(task, looked);
  print("{}", child.is_alive());
  child.start();
  print("{}", child.is_alive());
  looked.set();
  child.join();
  print("{}", child.is_alive());
}

EXEUNT_MAIN(program)
