// interrupt() makes a child fail with KeyboardInterrupt.
//
// It sends SIGINT, as Ctrl-C does. A child that leaves SIGINT alone ends like after any other uncaught error:
// a report on stderr and status 1, not minus the number of SIGINT.
//
// Source: Python library reference: multiprocessing.Process.interrupt (new in 3.14)
// Platforms: linux, darwin, freebsd
#include "support/scenario.hpp"

void task(exeunt::Event ready, exeunt::Event never) {
  ready.set();
  never.wait();
}

void program() {
  exeunt::Event ready, never;
  exeunt::Process child(task, ready, never);
  child.start();
  ready.wait();
  child.interrupt();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
