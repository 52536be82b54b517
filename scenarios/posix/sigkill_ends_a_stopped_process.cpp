// A stopped process does die of SIGKILL.
//
// Source: POSIX: Signal Concepts, kill
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) {
    raise(SIGSTOP);
    _exit(3);
  }
  int status = 0;
  waitpid(pid, &status, WUNTRACED);
  kill(pid, SIGKILL);
  waitpid(pid, &status, 0);
  printf("Killed by %s\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? "KILL" : "another");
}
