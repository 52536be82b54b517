// A daemon that is joined may end by itself.
//
// Being a daemon says what happens to it when its parent ends, and nothing before.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

void task() {
  print("Daemon ends by itself");
}

void program() {
  exeunt::Process daemon({.daemon = true}, task);
  daemon.start();
  daemon.join();
  print("Exitcode: {}", daemon.exitcode());
}

EXEUNT_MAIN(program)
