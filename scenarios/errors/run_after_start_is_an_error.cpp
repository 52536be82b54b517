// A process that was started has given its target away: run() cannot be called any more.
//
// Before the start, run() is an ordinary call in the process that makes it.
//
// Source: Python library reference: multiprocessing.Process.run, start
#include "support/scenario.hpp"

void task() {
  print_flushed("Runs in {}", exeunt::current_process().name());
}

void program() {
  exeunt::Process child(task);
  child.run();
  child.start();
  child.join();
  try {
    child.run();
  } catch (const exeunt::AttributeError&) {
    print("AttributeError");
  }
}

EXEUNT_MAIN(program)
