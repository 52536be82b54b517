// A process that is forked twice belongs to nobody: the first child ends, and its child is adopted.
//
// The way of old daemons: the parent waits for the child, which ends at once, and never for the grandchild.
//
// Source: POSIX: fork, getppid
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  int child_lives[2];
  if (pipe(child_lives) != 0) return 1;
  const pid_t child = fork();
  if (child == 0) {
    const pid_t self = getpid();
    if (fork() == 0) {
      close(child_lives[1]);
      char byte = 0;
      if (read(child_lives[0], &byte, 1) != 0) _exit(1);
      while (getppid() == self) {
      }
      dprintf(STDOUT_FILENO, "Grandchild has another parent\n");
      _exit(0);
    }
    _exit(0);
  }
  close(child_lives[1]);
  waitpid(child, nullptr, 0);
}
