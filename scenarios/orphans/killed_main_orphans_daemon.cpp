// A main program that is killed cannot end its daemon, which is orphaned.
//
// Only an orderly end of the parent ends a daemon.
//
// Source: Python library reference: multiprocessing.Process.daemon; POSIX: SIGKILL
#include "support/scenario.hpp"

#include <unistd.h>

#include <csignal>

void task(exeunt::Pipe ready) {
  ready.send("now");
  exeunt::parent_process()->join();
  print("Daemon goes on");
}

void program() {
  exeunt::Pipe ready;
  exeunt::Process daemon({.daemon = true}, task, ready);
  daemon.start();
  ready.receive();
  ::kill(::getpid(), SIGKILL);
}

EXEUNT_MAIN(program)
