// An error in an exit handler is reported, and changes neither the status nor the other handlers.
//
// Source: Python library reference: atexit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::at_exit([] { print("Handler runs"); });
  exeunt::at_exit([] { throw std::runtime_error("out of paper"); });
  print("Main ends");
}

EXEUNT_MAIN(program)
