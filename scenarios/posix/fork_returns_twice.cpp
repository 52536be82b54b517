// fork() is called once and returns twice: 0 in the child, the child's pid in the parent.
//
// From there on two processes run the same program. The child's getpid() is what the parent was given.
//
// Source: POSIX: fork, getpid
// Start methods: none
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) {
    dprintf(STDOUT_FILENO, "Child: fork() gave %d, I am %d\n", pid, getpid());
    _exit(0);
  }
  waitpid(pid, nullptr, 0);
  dprintf(STDOUT_FILENO, "Parent: fork() gave %d\n", pid);
}
