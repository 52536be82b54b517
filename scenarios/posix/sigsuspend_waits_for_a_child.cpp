// A parent can sleep until SIGCHLD tells that a child has ended, and miss nothing.
//
// The signal is blocked until sigsuspend() unblocks it and sleeps in one step. Looking first and sleeping
// then would sleep for ever if the child ended between.
//
// Source: POSIX: sigsuspend
// Start methods: none
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {
volatile sig_atomic_t told = 0;
}

int main() {
  struct sigaction action = {};
  action.sa_handler = [](int) { told = 1; };
  sigaction(SIGCHLD, &action, nullptr);
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(3);
  while (told == 0)
    sigsuspend(&before);
  int status = 0;
  printf("Waited for: %s\n", waitpid(-1, &status, WNOHANG) > 0 ? "yes" : "no");
  printf("Status: %d\n", WEXITSTATUS(status));
}
