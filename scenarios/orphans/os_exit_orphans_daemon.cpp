// os_exit() does not end daemons: they are orphaned too.
//
// A daemon is ended by its parent's orderly end, and os_exit() is none.
//
// Source: Python library reference: os._exit, multiprocessing.Process.daemon
#include "support/scenario.hpp"

void task(exeunt::Pipe running) {
  running.send("now");
  exeunt::parent_process()->join();
  print("Daemon goes on");
}

void program() {
  exeunt::Pipe running;
  exeunt::Process child({.daemon = true}, task, running);
  child.start();
  running.receive();
  exeunt::os_exit(0);
}

EXEUNT_MAIN(program)
