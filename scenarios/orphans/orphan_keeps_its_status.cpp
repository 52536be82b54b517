// An orphan keeps its own exit status.
//
// Its parent is gone and will never read the status; whoever adopts the orphan does.
//
// Source: POSIX: _exit, wait
#include "support/scenario.hpp"

void task(exeunt::Pipe running) {
  running.send("now");
  exeunt::parent_process()->join();
  exeunt::exit(7);
}

void program() {
  exeunt::Pipe running;
  exeunt::Process child(task, running);
  child.start();
  running.receive();
  exeunt::os_exit(2);
}

EXEUNT_MAIN(program)
