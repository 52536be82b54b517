#include "bounded.h"
/* Twice forked, in a session of its own, with the output still open. */
int main(void) {
  int ready[2];
  char byte;
  answer();
  if (pipe(ready) != 0) return 99;
  if (fork() == 0) {
    setsid();
    if (fork() > 0) _exit(0);
    close(ready[0]);
    close(ready[1]);
    for (;;)
      pause();
  }
  wait(NULL);
  close(ready[1]);
  (void)!read(ready[0], &byte, 1);
  return 0;
}
