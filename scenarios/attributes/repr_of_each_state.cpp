// A process object shows its state: initial, started, stopped, closed.
//
// With its name, the pids of the process and of its parent, and how it ended.
//
// Source: Python library reference: multiprocessing.Process
#include "support/scenario.hpp"

void task(exeunt::Event never) {
  never.wait();
}

void program() {
  exeunt::Process child({.daemon = true}, task, exeunt::Event());
  print("{}", exeunt::to_string(child));
  child.start();
  print("{}", exeunt::to_string(child));
  child.terminate();
  child.join();
  print("{}", exeunt::to_string(child));
  child.close();
  print("{}", exeunt::to_string(child));
}

EXEUNT_MAIN(program)
