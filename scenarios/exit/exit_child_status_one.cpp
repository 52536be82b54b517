// A child that exits with status 1.
//
// The child leaves by exit(1), so the line after it never runs. Its parent joins it, finds it no longer
// alive, and reads the status back.
//
// Source: Python library reference: sys.exit, multiprocessing.Process.exitcode
#include "support/scenario.hpp"

void task() {
  print("Child process running");
  block_for(2s);
  print("Exiting...");
  exeunt::exit(1);
  print("Never gets here...");
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Alive: {}", child.is_alive());
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
