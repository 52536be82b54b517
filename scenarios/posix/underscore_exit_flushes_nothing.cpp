// A child that leaves by _exit() writes nothing of the buffer that it has copied.
//
// And runs none of the exit handlers: both belong to the parent, which uses them once.
//
// Source: POSIX: _exit, atexit
// Start methods: none
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  atexit([] { printf("Handler\n"); });
  printf("Printed\n");
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(0);
  wait(nullptr);
}
