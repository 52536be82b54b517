// os_exit() loses half a line on a terminal too.
//
// A terminal's lines are written when they are finished. This one never is.
//
// Source: Python library reference: os._exit, sys.stdout
#include "support/scenario.hpp"

void task() {
  print_unfinished("Half a line");
  exeunt::os_exit(0);
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
