#include "support/child.h"

static struct gate ready, looked;

static void task(void) {
  sigset_t requests;
  sigemptyset(&requests);
  sigaddset(&requests, SIGTERM);
  sigprocmask(SIG_BLOCK, &requests, NULL);
  open_gate(ready);
  int number = 0;
  sigwait(&requests, &number);
  wait_at(looked);
  exit(21);
}

int main(void) {
  only_under_fork();
  ready = new_gate();
  looked = new_gate();
  const pid_t child = start(task);
  wait_at(ready);
  kill(child, SIGTERM);
  printf("Alive: %s Exitcode: None\n", truth(waitpid(child, NULL, WNOHANG) == 0));
  open_gate(looked);
  const int exitcode = join(child);
  printf("Alive: %s Exitcode: %d\n", truth(0), exitcode);
}
