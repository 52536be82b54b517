// A daemon that handles SIGTERM chooses its own end, and its parent waits for it.
//
// At its end main sends SIGTERM once, and never SIGKILL.
//
// On Windows nobody is asked: the daemon is ended.
//
// Source: Python library reference: multiprocessing.Process.daemon
#include "support/scenario.hpp"

#include <csignal>

void task(exeunt::Event ready, exeunt::Event never) {
  std::signal(SIGTERM, [](int) { exeunt::os_exit(3); });
  ready.set();
  never.wait();
}

void program() {
  exeunt::Event ready, never;
  exeunt::Process daemon({.daemon = true}, task, ready, never);
  daemon.start();
  ready.wait();
}

EXEUNT_MAIN(program)
