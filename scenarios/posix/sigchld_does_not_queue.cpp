// Three children end while SIGCHLD is blocked: it is delivered once.
//
// A signal is pending or not; it does not count. A handler has to wait for as many children as there are.
//
// Source: POSIX: Signal Concepts, sigprocmask
// Start methods: none
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {
volatile sig_atomic_t delivered = 0;
}

int main() {
  struct sigaction action = {};
  action.sa_handler = [](int) { delivered = delivered + 1; };
  sigaction(SIGCHLD, &action, nullptr);
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  for (int i = 0; i < 3; ++i) {
    const pid_t pid = fork();
    if (pid < 0) return 1;
    if (pid == 0) _exit(0);
    siginfo_t end;
    waitid(P_PID, static_cast<id_t>(pid), &end, WEXITED | WNOWAIT);
  }
  sigprocmask(SIG_SETMASK, &before, nullptr);
  int ended = 0;
  while (waitpid(-1, nullptr, WNOHANG) > 0)
    ++ended;
  printf("Ended: %d, delivered: %d\n", ended, static_cast<int>(delivered));
}
