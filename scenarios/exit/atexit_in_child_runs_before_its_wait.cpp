// A child's exit handlers run before it waits for its own children, whenever they were registered.
//
// In main that depends on the order: what is registered before the first start runs behind the wait. In a
// child the wait always comes last. CPython before 3.13 waits first, and runs the handlers of spawned
// children only.
//
// Source: Python library reference: atexit; multiprocessing, Joining processes
#include "support/scenario.hpp"

void grandchild(exeunt::Event handler_ran) {
  print("Handler ran first: {}", handler_ran.wait_for(1s));
}

void task(exeunt::Event handler_ran) {
  exeunt::at_exit([handler_ran]() mutable { handler_ran.set(); });
  exeunt::Process inner(grandchild, handler_ran);
  inner.start();
}

void program() {
  exeunt::Process child(task, exeunt::Event());
  child.start();
  child.join();
}

EXEUNT_MAIN(program)
