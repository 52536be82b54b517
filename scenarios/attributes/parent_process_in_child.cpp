// A child finds its parent by parent_process().
//
// It knows the parent's name and pid and sees whether it is alive. It never learns the parent's exit code:
// only a parent can read its child's, so this one is always None.
//
// Source: Python library reference: multiprocessing.parent_process
#include "support/scenario.hpp"

void task(int main_pid) {
  exeunt::ParentProcess* const parent = exeunt::parent_process();
  print("Name: {}", parent->name());
  print("Pid: {}", parent->pid() == main_pid);
  print("Alive: {}", parent->is_alive());
  print("Exitcode: {}", parent->exitcode());
}

void program() {
  exeunt::Process child(task, *exeunt::current_process().pid());
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
