#include "support/child.h"

static void task(void) {
  raise(SIGUSR1);
  printf("Child goes on\n");
}

int main(void) {
  only_under_fork();
  signal(SIGUSR1, SIG_IGN);
  printf("Exitcode: %d\n", join(start(task)));
}
