#include "support/child.h"

static void task(void) {
  exit(3);
}

// Who has waited for a child has no pid of it to send a signal to.
int main(void) {
  only_under_fork();
  printf("Exitcode: %d\n", join(start(task)));
}
