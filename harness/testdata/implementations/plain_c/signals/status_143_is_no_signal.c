#include "support/child.h"

static void task(void) {
  exit(143);
}

int main(void) {
  only_under_fork();
  printf("Exitcode: %d\n", join(start(task)));
}
