// A process object keeps the authkey of the moment it was made.
//
// The copy is taken at construction: neither side's later change reaches the other.
//
// Source: Python library reference: multiprocessing.Process.authkey
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::Process& main = exeunt::current_process();
  main.set_authkey(exeunt::AuthKey("old"));
  exeunt::Process child;
  main.set_authkey(exeunt::AuthKey("new"));
  print("Child: {} Main: {}", child.authkey().bytes(), main.authkey().bytes());
  child.set_authkey(exeunt::AuthKey("own"));
  print("Child: {} Main: {}", child.authkey().bytes(), main.authkey().bytes());
}

EXEUNT_MAIN(program)
