// A parent can wait for its child to stop and to continue, not only to end.
//
// WUNTRACED tells of the stop, WCONTINUED of the going on; neither takes the child away.
//
// Source: POSIX: waitpid
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid == 0) {
    raise(SIGSTOP);
    _exit(3);
  }
  int status = 0;
  waitpid(pid, &status, WUNTRACED);
  printf("Stopped: %s\n", WIFSTOPPED(status) ? sigabbrev_np(WSTOPSIG(status)) : "no");
  kill(pid, SIGCONT);
  waitpid(pid, &status, WCONTINUED);
  printf("Continued: %s\n", WIFCONTINUED(status) ? "yes" : "no");
  waitpid(pid, &status, 0);
  printf("Exit: %d\n", WEXITSTATUS(status));
}
