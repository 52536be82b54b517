// A child sees the end of its parent, whoever else lives.
//
// Under fork CPython's does not: what it watches is a pipe, whose other end every sibling that was started
// later inherits and holds. The documentation promises otherwise, and the library keeps the promise.
//
// Source: Python library reference: multiprocessing.parent_process
#include "support/scenario.hpp"

void watch(exeunt::Pipe watching, exeunt::Pipe looked) {
  exeunt::ParentProcess* const parent = exeunt::parent_process();
  watching.send("now");
  parent->join();
  print("Parent alive: {}", parent->is_alive());
  looked.send("now");
}

void live_on(exeunt::Pipe living, exeunt::Pipe looked) {
  living.send("now");
  looked.receive();
}

void program() {
  exeunt::Pipe watching, living, looked;
  exeunt::Process watcher(watch, watching, looked);
  watcher.start();
  exeunt::Process sibling(live_on, living, looked);
  sibling.start();
  watching.receive();
  living.receive();
  exeunt::os_exit(0);
}

EXEUNT_MAIN(program)
