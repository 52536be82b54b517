#include "support/child.h"

static struct gate ready, looked;

static void task(void) {
  signal(SIGTERM, SIG_IGN);
  open_gate(ready);
  wait_at(looked);
}

int main(void) {
  only_under_fork();
  ready = new_gate();
  looked = new_gate();
  const pid_t child = start(task);
  wait_at(ready);
  kill(child, SIGTERM);
  printf("Alive: %s\n", truth(waitpid(child, NULL, WNOHANG) == 0));
  open_gate(looked);
  printf("Exitcode: %d\n", join(child));
}
