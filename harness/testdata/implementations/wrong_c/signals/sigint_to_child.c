// Wrong: dies of SIGINT itself instead of reporting a KeyboardInterrupt and leaving with 1.
#include "support/child.h"

static struct gate ready;

static void interrupted(int number) {
  (void)number;
  const char report[] = "Process Process-1:\nKeyboardInterrupt\n";
  if (write(STDERR_FILENO, report, sizeof report - 1) < 0) _exit(99);
  signal(SIGINT, SIG_DFL);
  raise(SIGINT);
}

static void task(void) {
  sigset_t none;
  sigemptyset(&none);
  const struct sigaction action = {.sa_handler = interrupted, .sa_mask = none, .sa_flags = SA_NODEFER};
  sigaction(SIGINT, &action, NULL);
  open_gate(ready);
  while (1)
    pause();
}

int main(void) {
  only_under_fork();
  ready = new_gate();
  const pid_t child = start(task);
  wait_at(ready);
  kill(child, SIGINT);
  printf("Exitcode: %d\n", join(child));
}
