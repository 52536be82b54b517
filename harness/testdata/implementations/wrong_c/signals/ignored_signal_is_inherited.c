// Wrong: sets signals back to their defaults in the child, so that the ignored one kills it.
#include "support/child.h"

static void task(void) {
  signal(SIGUSR1, SIG_DFL);
  raise(SIGUSR1);
  printf("Child goes on\n");
}

int main(void) {
  only_under_fork();
  signal(SIGUSR1, SIG_IGN);
  printf("Exitcode: %d\n", join(start(task)));
}
