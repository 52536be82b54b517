// Wrong: takes every status above 128 for a signal, as a shell writes it.
#include "support/child.h"

static void task(void) {
  exit(143);
}

int main(void) {
  only_under_fork();
  const int status = join(start(task));
  printf("Exitcode: %d\n", status > 128 ? 128 - status : status);
}
