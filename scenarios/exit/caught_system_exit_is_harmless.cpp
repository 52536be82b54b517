// A child that catches the SystemExit of exit() goes on.
//
// exit() only throws. Whoever catches SystemExit has cancelled the exit, and the child ends as if nothing had
// been asked for.
//
// Source: Python library reference: SystemExit
#include "support/scenario.hpp"

void task() {
  try {
    exeunt::exit(6);
  } catch (const exeunt::SystemExit&) {
    print("Exit cancelled");
  }
}

void program() {
  exeunt::Process child(task);
  child.start();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
