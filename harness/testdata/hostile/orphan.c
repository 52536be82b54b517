#include "bounded.h"
/* The orphan speaks when its parent is gone; no byte of it may be lost. */
int main(void) {
  int gone[2];
  char byte;
  if (pipe(gone) != 0) return 99;
  if (fork() == 0) {
    close(gone[1]);
    (void)!read(gone[0], &byte, 1);
    dprintf(1, "orphan adopted\n");
    _exit(42);
  }
  dprintf(1, "main exits\n");
  return 7;
}
