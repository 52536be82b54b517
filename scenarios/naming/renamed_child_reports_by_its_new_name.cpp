// A child may rename itself; its report of an error bears the new name.
//
// Its parent goes on to know it by the old one.
//
// Source: Python library reference: multiprocessing.Process.name
#include "support/scenario.hpp"

void task() {
  exeunt::current_process().set_name("Clerk");
  throw std::runtime_error("out of paper");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("{}", child.name());
}

EXEUNT_MAIN(program)
