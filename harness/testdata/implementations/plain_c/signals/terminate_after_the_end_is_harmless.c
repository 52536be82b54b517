#include "support/child.h"

static void task(void) {
  exit(3);
}

int main(void) {
  only_under_fork();
  const pid_t child = start(task);
  // Waited for, its pid means nothing any more: there is nobody left to send a signal to.
  printf("Exitcode: %d\n", join(child));
}
