// A main program does not wait for its daemon: it ends it.
//
// At the end of the main program its daemons get SIGTERM and are reaped. The daemon of this program would go
// on for ever. What CPython calls a daemon is not Unix's, which leaves its session, and outlives its parent.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

void task(exeunt::Event running, exeunt::Event never) {
  print_flushed("Daemon running");
  running.set();
  never.wait();
  print_flushed("Never gets here...");
}

void program() {
  exeunt::Event running, never;
  exeunt::Process child({.daemon = true}, task, running, never);
  child.start();
  running.wait();
  print("Main ends");
}

EXEUNT_MAIN(program)
