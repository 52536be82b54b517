// A process that is renamed after its start has two names: one on each side.
//
// The name was copied at the start. The parent's change stays with the parent.
//
// Source: Python library reference: multiprocessing.Process.name
#include "support/scenario.hpp"

void task(exeunt::Event renamed) {
  renamed.wait();
  print_flushed("Child: {}", exeunt::current_process().name());
}

void program() {
  exeunt::Event renamed;
  exeunt::Process child({.name = "Alpha"}, task, renamed);
  child.start();
  child.set_name("Omega");
  renamed.set();
  child.join();
  print("Parent: {}", child.name());
}

EXEUNT_MAIN(program)
