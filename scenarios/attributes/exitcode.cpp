// The exit code before the start, while the process runs, and after its end.
//
// There is no exit code before a process has ended: reading it gives None, and does not wait. The child of
// this program does not end before its parent has looked.
//
// Source: Python library reference: multiprocessing.Process.exitcode
#include "support/scenario.hpp"

void task(exeunt::Event parent_looked) {
  block_for(1s);
  parent_looked.wait();
}

void program() {
  exeunt::Event looked;
  exeunt::Process child(task, looked);
  print("{}", child.exitcode());
  child.start();
  print("{}", child.exitcode());
  looked.set();
  child.join();
  print("{}", child.exitcode());
}

EXEUNT_MAIN(program)
