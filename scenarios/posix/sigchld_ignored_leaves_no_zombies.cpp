// Where SIGCHLD is ignored children leave no zombies, and no statuses.
//
// wait() waits until the last child has ended, and then fails: there is nobody left to tell of.
//
// Source: POSIX: sigaction, wait
// Start methods: none
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  signal(SIGCHLD, SIG_IGN);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(3);
  const pid_t pid = wait(nullptr);
  printf("wait: %d, ECHILD: %s\n", pid, errno == ECHILD ? "yes" : "no");
}
