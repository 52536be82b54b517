// A parent can wait for its child to stop and to continue, not only to end.
//
// WUNTRACED tells of the stop, WCONTINUED of the going on; neither takes the child away. The child goes on
// until it is told to end: had it ended before, the wait would tell of that instead.
//
// Source: POSIX: waitpid
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  int ends[2];
  if (pipe(ends) != 0) return 1;
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) {
    close(ends[1]);
    raise(SIGSTOP);
    char byte;
    _exit(read(ends[0], &byte, 1) == 0 ? 3 : 4);
  }
  int status = 0;
  waitpid(pid, &status, WUNTRACED);
  printf("Stopped: %s\n", WIFSTOPPED(status) && WSTOPSIG(status) == SIGSTOP ? "STOP" : "no");
  kill(pid, SIGCONT);
  waitpid(pid, &status, WCONTINUED);
  printf("Continued: %s\n", WIFCONTINUED(status) ? "yes" : "no");
  close(ends[1]);
  waitpid(pid, &status, 0);
  printf("Exit: %d\n", WEXITSTATUS(status));
}
