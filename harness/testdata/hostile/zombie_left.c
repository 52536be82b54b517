#include "bounded.h"
int main(void) {
  siginfo_t end;
  pid_t child = fork();
  if (child == 0) {
    dprintf(1, "child %d of %d\n", (int)getpid(), (int)getppid());
    _exit(7);
  }
  waitid(P_PID, (id_t)child, &end, WEXITED | WNOWAIT);
  dprintf(1, "parent %d reaped %d status 7\n", (int)getpid(), (int)child);
  return 0;
}
