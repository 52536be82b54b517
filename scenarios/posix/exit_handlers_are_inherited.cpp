// fork() copies the exit handlers too: a child that leaves by exit() runs its parent's.
//
// In the reverse of the order in which they were registered, in each process.
//
// Source: POSIX: atexit, fork
// Start methods: none
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {
const char* self = "Parent";
}

int main() {
  atexit([] { dprintf(STDOUT_FILENO, "%s: first handler\n", self); });
  atexit([] { dprintf(STDOUT_FILENO, "%s: second handler\n", self); });
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    self = "Child";
    exit(0);
  }
  wait(nullptr);
}
