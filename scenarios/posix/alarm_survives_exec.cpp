// An alarm is not inherited by fork(), and survives exec().
//
// It belongs to the process, not to the program.
//
// Source: POSIX: alarm, fork, exec
// Start methods: none
// Platforms: linux
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char** argv) {
  if (argc > 1) {
    dprintf(STDOUT_FILENO, "After exec: %s\n", alarm(0) > 0 ? "set" : "none");
    return 0;
  }
  alarm(1000);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    dprintf(STDOUT_FILENO, "In the child: %s\n", alarm(0) > 0 ? "set" : "none");
    _exit(0);
  }
  wait(nullptr);
  execl("/proc/self/exe", argv[0], "again", nullptr);
  return 127;
}
