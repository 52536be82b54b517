// A child whose exec() fails ends with 127: so it is agreed.
//
// exec() returns only when it has failed. The child shares its parent's memory after vfork(), so it does
// nothing but leave, by _exit().
//
// Source: POSIX: exec, system; vfork(2)
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = vfork();
  if (pid < 0) return 1;
  if (pid == 0) {
    execl("/nowhere/to/be/found", "found", nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  printf("Status: %d\n", WEXITSTATUS(status));
}
