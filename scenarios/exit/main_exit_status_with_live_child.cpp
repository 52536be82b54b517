// A main program that leaves by exit(5) while its child is alive waits, and still ends with 5.
//
// The status is fixed before the wait. The handler, registered after the start, runs when the function has
// been left; the child goes on only then.
//
// Source: Python library reference: sys.exit; multiprocessing, Joining processes
#include "support/scenario.hpp"

void task(exeunt::Event main_leaves) {
  main_leaves.wait();
  exeunt::exit(3);
}

void program() {
  exeunt::Event main_leaves;
  exeunt::Process child(task, main_leaves);
  child.start();
  exeunt::at_exit([main_leaves]() mutable { main_leaves.set(); });
  exeunt::exit(5);
}

EXEUNT_MAIN(program)
