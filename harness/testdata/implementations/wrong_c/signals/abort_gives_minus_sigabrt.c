// Wrong: leaves with the status that a shell would show for SIGABRT, instead of dying of it.
#include "support/child.h"

static void task(void) {
  exit(134);
}

int main(void) {
  only_under_fork();
  printf("Exitcode: %d\n", -(join(start(task)) - 128));
}
