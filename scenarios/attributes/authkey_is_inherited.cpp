// The authkey of a process is inherited.
//
// The authkey is a secret that a family of processes shares, to know one another by. A new process object
// takes a copy of its creator's, and the child has it too.
//
// Source: Python library reference: multiprocessing.Process.authkey
#include "support/scenario.hpp"

void task() {
  print("Child: {}", exeunt::current_process().authkey() == exeunt::AuthKey("shared words"));
}

void program() {
  exeunt::current_process().set_authkey(exeunt::AuthKey("shared words"));
  exeunt::Process child(task);
  print("Object: {}", child.authkey() == exeunt::AuthKey("shared words"));
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
