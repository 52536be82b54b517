// A main program that leaves by os_exit() while its child is alive: the child is orphaned.
//
// os_exit() ends the process at once: nothing is unwound, nobody is waited for, nothing is flushed. The child
// goes on without its parent, and its status goes to whoever adopts it. On a terminal the parent's last line
// has been written by then; on a pipe or in a file it was still in the buffer, and is lost.
//
// Source: Python library reference: os._exit, multiprocessing.parent_process
#include "support/scenario.hpp"

void task(exeunt::Pipe running) {
  print_flushed("Child process running");
  running.send("running");
  block_for(2s);
  exeunt::ParentProcess* const parent = exeunt::parent_process();
  parent->join();
  print("Alive: {}", parent->is_alive());
  print("Exitcode: {}", parent->exitcode());
}

void program() {
  exeunt::Pipe running;
  exeunt::Process child(task, running);
  child.start();
  running.receive();
  block_for(1s);
  print("Exiting...");
  exeunt::os_exit(0);
}

EXEUNT_MAIN(program)
