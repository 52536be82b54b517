#include "support/child.h"

static void task(void) {
  raise(SIGUSR1);
  printf("Never gets here...\n");
}

int main(void) {
  only_under_fork();
  printf("Exitcode: %d\n", join(start(task)));
}
