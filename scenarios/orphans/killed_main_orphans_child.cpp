// A main program that is killed leaves its child behind.
//
// A killed process does nothing at its end: it waits for nobody. The child finds its parent gone and ends by
// itself.
//
// Source: Python library reference: multiprocessing.parent_process
#include "support/scenario.hpp"

#include <csignal>

void task(exeunt::Pipe running) {
  running.send("now");
  exeunt::parent_process()->join();
  print("Alive: {}", exeunt::parent_process()->is_alive());
}

void program() {
  exeunt::Pipe running;
  exeunt::Process child(task, running);
  child.start();
  running.receive();
  std::raise(SIGKILL);
}

EXEUNT_MAIN(program)
