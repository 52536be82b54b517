// A daemon that ends by itself keeps its status.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

void task() {
  exeunt::exit(12);
}

void program() {
  exeunt::Process child({.daemon = true}, task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
