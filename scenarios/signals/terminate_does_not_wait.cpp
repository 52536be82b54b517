// terminate() does not wait for the end, and the child may still choose its status.
//
// The child takes the signal, lets its parent look, and leaves by an exit of its own.
//
// Source: Python library reference: multiprocessing.Process.terminate
#include "support/scenario.hpp"

#include <csignal>

void task(exeunt::Event ready, exeunt::Event looked) {
  sigset_t requests;
  sigemptyset(&requests);
  sigaddset(&requests, SIGTERM);
  sigprocmask(SIG_BLOCK, &requests, nullptr);
  ready.set();
  int signal = 0;
  sigwait(&requests, &signal);
  looked.wait();
  exeunt::exit(21);
}

void program() {
  exeunt::Event ready, looked;
  exeunt::Process child(task, ready, looked);
  child.start();
  ready.wait();
  child.terminate();
  print("Alive: {} Exitcode: {}", child.is_alive(), child.exitcode());
  looked.set();
  child.join();
  print("Alive: {} Exitcode: {}", child.is_alive(), child.exitcode());
}

EXEUNT_MAIN(program)
