// Wrong: looks at the status and leaves the child a zombie.
#include "support/child.h"

static void task(void) {
  raise(SIGUSR1);
  printf("Never gets here...\n");
}

int main(void) {
  only_under_fork();
  siginfo_t end;
  waitid(P_PID, (id_t)start(task), &end, WEXITED | WNOWAIT);
  printf("Exitcode: %d\n", -end.si_status);
}
