// An exit handler registered after the first start runs before the children are waited for.
//
// The wait for the children is an exit handler itself, registered by the first start, and the last one
// registered runs first. So this handler can still let the child on.
//
// Source: Python library reference: atexit
#include "support/scenario.hpp"

void task(exeunt::Pipe handler_ran) {
  handler_ran.receive();
  print("Child ends");
}

void program() {
  exeunt::Pipe handler_ran;
  exeunt::Process child(task, handler_ran);
  child.start();
  exeunt::at_exit([handler_ran]() mutable {
    print_flushed("Handler runs");
    handler_ran.send("now");
  });
}

EXEUNT_MAIN(program)
