// wait() of a process without children fails at once.
//
// A grandchild is no child: only its own parent may wait for it.
//
// Source: POSIX: wait, waitpid
// Start methods: none
#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t none = wait(nullptr);
  printf("No child: %d, ECHILD: %s\n", none, errno == ECHILD ? "yes" : "no");
  fflush(stdout);
  int pids[2];
  if (pipe(pids) != 0) return 1;
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) {
    pid_t grandchild = fork();
    if (grandchild < 0) _exit(1);
    if (grandchild == 0) _exit(0);
    if (write(pids[1], &grandchild, sizeof grandchild) < 0) _exit(1);
    waitpid(grandchild, nullptr, 0);
    _exit(0);
  }
  pid_t grandchild = 0;
  if (read(pids[0], &grandchild, sizeof grandchild) < 0) return 1;
  const pid_t not_ours = waitpid(grandchild, nullptr, 0);
  printf("Grandchild: %d, ECHILD: %s\n", not_ours, errno == ECHILD ? "yes" : "no");
  wait(nullptr);
}
