#include "bounded.h"
/* In a sandbox pids are easily guessed: only the tree of processes tells. */
int main(void) {
  printf("child %d of %d\n", (int)getpid() + 1, (int)getpid());
  printf("parent %d reaped %d status 7\n", (int)getpid(), (int)getpid() + 1);
  return 0;
}
