// A bare fork() flushes nothing: a pending line is written twice when the output is a pipe or a file.
//
// Both processes have the line in their buffer, and both write it at their end. On a terminal it has been
// written before.
//
// Source: Python library reference: os.fork
// Start methods: none
// Platforms: linux, darwin
#include "support/scenario.hpp"

#include <sys/wait.h>
#include <unistd.h>

void program() {
  print("Pending");
  const pid_t child = ::fork();
  if (child < 0) exeunt::exit(1);
  if (child != 0) ::waitpid(child, nullptr, 0);
}

EXEUNT_MAIN(program)
