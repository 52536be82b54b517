// Wrong: starts a second child to send the signal.
#include "support/child.h"

static void signal_nobody(void) {}

static void task(void) {
  exit(3);
}

int main(void) {
  only_under_fork();
  const pid_t child = start(task);
  const int exitcode = join(child);
  join(start(signal_nobody));
  printf("Exitcode: %d\n", exitcode);
}
