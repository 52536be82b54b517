// A KeyboardInterrupt that the main program does not catch ends it by SIGINT.
//
// So that the shell sees an interrupted program. It first waits for its children all the same.
//
// On Windows no signal ends a process: the status is 0xC000013A, of which a Unix parent (Wine) sees 58, the
// low eight bits.
//
// Source: Python library reference: KeyboardInterrupt, signal.SIGINT
#include "support/scenario.hpp"

void task(exeunt::Pipe main_ends) {
  main_ends.receive();
  print("Child ends");
}

void program() {
  exeunt::Pipe main_ends;
  exeunt::Process child(task, main_ends);
  child.start();
  exeunt::at_exit([main_ends]() mutable { main_ends.send("now"); });
  print("Interrupted");
  throw exeunt::KeyboardInterrupt();
}

EXEUNT_MAIN(program)
