// A process may ignore terminate().
//
// SIGTERM is a request: this child ignores it, goes on, and ends by itself.
//
// On Windows nobody is asked: terminate() ends the process, whatever it does with SIGTERM.
//
// Source: Python library reference: multiprocessing.Process.terminate, signal.signal
#include "support/scenario.hpp"

#include <csignal>

void task(exeunt::Event ready, exeunt::Event parent_looked) {
  std::signal(SIGTERM, SIG_IGN);
  ready.set();
  parent_looked.wait();
}

void program() {
  exeunt::Event ready, looked;
  exeunt::Process child(task, ready, looked);
  child.start();
  ready.wait();
  child.terminate();
  print("Alive: {}", child.is_alive());
  looked.set();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
