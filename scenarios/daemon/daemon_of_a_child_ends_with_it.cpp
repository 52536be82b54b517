// A child that ends takes its own daemons with it.
//
// What main does for its daemons at its end, every process does for its own.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

void wait_for_ever(exeunt::Event ready, exeunt::Event never) {
  ready.set();
  never.wait();
}

void task() {
  exeunt::Event ready, never;
  exeunt::Process daemon({.daemon = true}, wait_for_ever, ready, never);
  daemon.start();
  ready.wait();
  exeunt::exit(2);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
