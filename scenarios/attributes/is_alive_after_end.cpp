// A process that has ended is not alive, however it ended.
//
// On Windows kill() is terminate() by another name, so the exit code is -15.
//
// Source: Python library reference: multiprocessing.Process.is_alive
#include "support/scenario.hpp"

void return_at_once() {}

void fail() {
  exeunt::exit(3);
}

void wait_for(exeunt::Event event) {
  event.wait();
}

void program() {
  exeunt::Event never;
  exeunt::Process returned(return_at_once), failed(fail), killed(wait_for, never);
  for (exeunt::Process* child : {&returned, &failed, &killed})
    child->start();
  killed.kill();
  for (exeunt::Process* child : {&returned, &failed, &killed}) {
    child->join();
    print("Exitcode: {} Alive: {}", child->exitcode(), child->is_alive());
  }
}

EXEUNT_MAIN(program)
