// A main program that gets SIGTERM ends at once: no cleanup, no handlers, no last flush.
//
// Nobody handles SIGTERM unless the program does. What was printed is lost when the output is a pipe or a
// file.
//
// Source: POSIX: SIGTERM; Python library reference: signal
// Start methods: none
#include "support/scenario.hpp"

#include <unistd.h>

#include <csignal>

void program() {
  exeunt::at_exit([] { print("Never gets here..."); });
  print("Main prints a line");
  ::kill(::getpid(), SIGTERM);
}

EXEUNT_MAIN(program)
