// os_exit() runs no exit handlers.
//
// Source: Python library reference: os._exit, atexit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::at_exit([] { print_flushed("Handler"); });
  print_flushed("Main ends");
  exeunt::os_exit(0);
}

EXEUNT_MAIN(program)
