#include "support/child.h"

static struct gate ready;

static void interrupted(int number) {
  (void)number;
}

static void task(void) {
  signal(SIGINT, interrupted);
  sigset_t interrupt, before;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  sigprocmask(SIG_BLOCK, &interrupt, &before);
  open_gate(ready);
  sigsuspend(&before);
  printf("Child goes on\n");
  exit(0);
}

int main(void) {
  only_under_fork();
  ready = new_gate();
  const pid_t child = start(task);
  wait_at(ready);
  kill(child, SIGINT);
  printf("Exitcode: %d\n", join(child));
}
