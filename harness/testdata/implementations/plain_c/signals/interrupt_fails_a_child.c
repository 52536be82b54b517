#include "support/child.h"

static struct gate ready;

static void interrupted(int number) {
  (void)number;
  const char report[] = "Process Process-1:\nKeyboardInterrupt\n";
  _exit(write(STDERR_FILENO, report, sizeof report - 1) > 0 ? 1 : 99);
}

static void task(void) {
  signal(SIGINT, interrupted);
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
