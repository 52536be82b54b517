// A child can wait for the end of its parent.
//
// parent_process() sees the parent alive, then waits for its end, then sees it gone.
//
// Source: Python library reference: multiprocessing.parent_process
#include "support/scenario.hpp"

void task(exeunt::Pipe looked) {
  exeunt::ParentProcess* const parent = exeunt::parent_process();
  print("Alive: {}", parent->is_alive());
  looked.send("now");
  parent->join();
  print("Alive: {}", parent->is_alive());
}

void program() {
  exeunt::Pipe looked;
  exeunt::Process child(task, looked);
  child.start();
  looked.receive();
  exeunt::os_exit(0);
}

EXEUNT_MAIN(program)
