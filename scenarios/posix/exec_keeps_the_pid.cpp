// exec() replaces the program, not the process: the pid stays.
//
// The program starts itself again with an argument; nothing behind a successful exec() is ever run.
//
// Source: POSIX: exec
// Start methods: none
// Platforms: linux
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv) {
  if (argc > 1) {
    dprintf(STDOUT_FILENO, "After: %d\n", getpid());
    return 3;
  }
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) {
    dprintf(STDOUT_FILENO, "Before: %d\n", getpid());
    execl("/proc/self/exe", argv[0], "again", nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(pid, &status, 0);
  dprintf(STDOUT_FILENO, "Status: %d\n", WEXITSTATUS(status));
}
