// A main program that exits while its child is alive: it waits.
//
// exit() in the main program does not end its children. The process first unwinds, flushes its output and
// runs its exit handlers, then waits for the child, and only then ends. So the child still finds its parent
// alive, without a status, although the parent's program is over. The child is let on by an exit handler, for
// those run between the flush and the wait.
//
// Source: Python library reference: sys.exit, multiprocessing.parent_process
#include "support/scenario.hpp"

void task(exeunt::Event running, exeunt::Event parent_exits) {
  print_flushed("Child process running");
  running.set();
  block_for(2s);
  parent_exits.wait();
  exeunt::ParentProcess* const parent = exeunt::parent_process();
  print("Alive: {}", parent->is_alive());
  print("Exitcode: {}", parent->exitcode());
}

void program() {
  exeunt::Event running, parent_exits;
  exeunt::Process child(task, running, parent_exits);
  child.start();
  exeunt::at_exit([parent_exits]() mutable { parent_exits.set(); });
  running.wait();
  block_for(1s);
  print("Exiting...");
  exeunt::exit();
}

EXEUNT_MAIN(program)
