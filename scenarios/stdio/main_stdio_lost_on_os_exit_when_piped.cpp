// os_exit() flushes nothing in a main program either.
//
// Source: Python library reference: os._exit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  print("Main prints a line");
  exeunt::os_exit(4);
}

EXEUNT_MAIN(program)
