// The daemon flag can be given to a new process, or set before its start.
//
// Source: Python library reference: multiprocessing.Process.daemon
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process given({.daemon = true});
  print("{}", given.daemon());
  exeunt::Process set;
  set.set_daemon(true);
  print("{}", set.daemon());
  set.set_daemon(false);
  print("{}", set.daemon());
}

EXEUNT_MAIN(program)
