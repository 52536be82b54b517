// A stopped process does not die of SIGTERM until it goes on.
//
// The signal stays pending; SIGCONT lets the process run, into its death.
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
  kill(pid, SIGTERM);
  printf("After SIGTERM: %d\n", waitpid(pid, &status, WNOHANG));
  kill(pid, SIGCONT);
  waitpid(pid, &status, 0);
  printf("After SIGCONT: killed by %s\n",
         WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM ? "TERM" : "another");
}
