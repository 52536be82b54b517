#include "bounded.h"
int main(void) {
  static const int kinds[] = {SIGCHLD, SIGUSR1, SIGCONT, SIGWINCH, SIGTERM, SIGALRM};
  int i;
  for (i = 0; i < 50000; ++i)
    kill(getppid(), kinds[i % 6]);
  dprintf(1, "stormed\n");
  return 0;
}
