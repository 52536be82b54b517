// What stands in the buffer of stdout at fork() is written twice when the output is a pipe or a file.
//
// The buffer is memory, and memory is copied: exit() flushes it in the child and again in the parent. On a
// terminal the line was written before; so it is by musl, which looks whether there is a terminal only when
// it has written the first line.
//
// Source: POSIX: fork, exit, setvbuf
// Start methods: none
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  printf("Printed once\n");
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) exit(0);
  wait(nullptr);
}
