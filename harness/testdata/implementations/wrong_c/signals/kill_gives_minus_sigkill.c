// Wrong: asks by SIGTERM where it should kill.
#include "support/child.h"

static void task(void) {
  while (1)
    pause();
}

int main(void) {
  only_under_fork();
  const pid_t child = start(task);
  kill(child, SIGTERM);
  printf("Exitcode: %d\n", join(child));
}
