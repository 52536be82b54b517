// After vfork() the parent stands still until the child has left or become another program.
//
// So the order is certain without any waiting: the parent writes last.
//
// Source: vfork(2)
// Start methods: none
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = vfork();
  if (pid < 0) return 1;
  if (pid == 0) {
    static_cast<void>(!write(STDOUT_FILENO, "Child\n", 6));
    _exit(0);
  }
  dprintf(STDOUT_FILENO, "Parent\n");
  waitpid(pid, nullptr, 0);
}
