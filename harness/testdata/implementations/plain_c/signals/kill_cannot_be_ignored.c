#include "support/child.h"

static struct gate ready;

static void task(void) {
  signal(SIGTERM, SIG_IGN);
  open_gate(ready);
  while (1)
    pause();
}

int main(void) {
  only_under_fork();
  ready = new_gate();
  const pid_t child = start(task);
  wait_at(ready);
  kill(child, SIGTERM);
  printf("Alive: %s\n", truth(waitpid(child, NULL, WNOHANG) == 0));
  kill(child, SIGKILL);
  printf("Exitcode: %d\n", join(child));
}
