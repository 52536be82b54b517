// After fork() parent and child read one file from one place.
//
// The descriptors are two, what they refer to is one: what the child has read the parent does not find.
//
// Source: POSIX: fork, open file description
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const int file = fileno(tmpfile());
  if (write(file, "abcdef", 6) != 6) return 1;
  lseek(file, 0, SEEK_SET);
  char text[4] = {};
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(read(file, text, 3) == 3 ? 0 : 1);
  wait(nullptr);
  if (read(file, text, 3) != 3) return 1;
  printf("Parent reads: %s\n", text);
}
