// A process cannot join itself.
//
// It would wait for ever; the object of the main program, and the child's own, refuse.
//
// Source: Python library reference: multiprocessing.Process.join
#include "support/scenario.hpp"

void join_oneself() {
  try {
    exeunt::current_process().join();
  } catch (const exeunt::AssertionError& error) {
    print_flushed("{}: {}", exeunt::current_process().name(), error.what());
  }
}

void program() {
  join_oneself();
  exeunt::Process child(join_oneself);
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
