// SIGINT makes a child fail with KeyboardInterrupt.
//
// It is an uncaught exception like another: a report on stderr and status 1, not minus the number of SIGINT.
//
// Source: Python library reference: KeyboardInterrupt, signal.SIGINT
#include "support/scenario.hpp"

#include <csignal>

void task(exeunt::Event ready, exeunt::Event never) {
  ready.set();
  never.wait();
}

void program() {
  exeunt::Event ready, never;
  exeunt::Process child(task, ready, never);
  child.start();
  ready.wait();
  ::kill(*child.pid(), SIGINT);
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
