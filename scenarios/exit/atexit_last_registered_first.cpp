// Exit handlers run in the reverse of the order in which they were registered.
//
// Source: Python library reference: atexit
// Start methods: none
#include "support/scenario.hpp"

void program() {
  for (const int number : {1, 2, 3})
    exeunt::at_exit([number] { print("Handler {}", number); });
  print("Main ends");
}

EXEUNT_MAIN(program)
