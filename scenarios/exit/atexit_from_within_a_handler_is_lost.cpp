// An exit handler that another one registers is not run.
//
// When the handlers run, the list is closed.
//
// Source: Python library reference: atexit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  exeunt::at_exit([] {
    print("Handler runs");
    exeunt::at_exit([] { print("Never gets here..."); });
  });
}

EXEUNT_MAIN(program)
