// A process that may not dump core dies of abort() without one.
//
// The status tells the signal, and apart from it whether there is a core file: a limit of 0 forbids it.
//
// Source: POSIX: abort, setrlimit; core(5)
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid == 0) {
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    abort();
  }
  int status = 0;
  waitpid(pid, &status, 0);
  printf("Signal: %s\n", sigabbrev_np(WTERMSIG(status)));
  printf("Core: %s\n", WCOREDUMP(status) ? "yes" : "no");
}
