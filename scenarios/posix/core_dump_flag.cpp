// A process that may not dump core dies of abort() without one.
//
// The status tells the signal, and apart from it whether there is a core file: a limit of 0 forbids it. The
// process says nothing of its end; an emulator that executes it may, on stderr.
//
// Source: POSIX: abort, setrlimit; core(5)
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main() {
  const pid_t pid = fork();
  if (pid < 0) return 1;
  if (pid == 0) {
    const rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    abort();
  }
  int status = 0;
  waitpid(pid, &status, 0);
  printf("Signal: %s\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? "ABRT" : "another");
  printf("Core: %s\n", WCOREDUMP(status) ? "yes" : "no");
}
