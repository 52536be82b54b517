// SA_NOCLDWAIT makes children leave no zombies, and SIGCHLD still tells of their end.
//
// Unlike SIG_IGN it goes with a handler.
//
// Source: POSIX: sigaction
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
  action.sa_flags = SA_NOCLDWAIT | SA_RESTART;
  sigaction(SIGCHLD, &action, nullptr);
  const pid_t child = fork();
  if (child < 0) return 1;
  if (child == 0) _exit(3);
  const pid_t pid = wait(nullptr);
  printf("wait: %d, ECHILD: %s, told: %d\n", pid, errno == ECHILD ? "yes" : "no", static_cast<int>(told));
}
