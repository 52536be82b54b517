// SIGINT breaks out of join() by a KeyboardInterrupt; the child is untouched.
//
// Caught, the interrupt has changed nothing: the child can be joined again.
//
// Source: Python library reference: KeyboardInterrupt, signal
#include "support/scenario.hpp"

#include <csignal>

void task(exeunt::Event main_joins, exeunt::Event interrupted) {
  main_joins.wait();
  ::kill(exeunt::parent_process()->pid(), SIGINT);
  interrupted.wait();
  exeunt::exit(3);
}

void program() {
  exeunt::Event main_joins, interrupted;
  exeunt::Process child(task, main_joins, interrupted);
  child.start();
  try {
    main_joins.set();
    child.join();
  } catch (const exeunt::KeyboardInterrupt&) {
    print("KeyboardInterrupt, alive: {}", child.is_alive());
  }
  interrupted.set();
  child.join();
  print("Exitcode: {}", child.exitcode());
}

EXEUNT_MAIN(program)
