#include <sys/syscall.h>
#include "bounded.h"
/* A child that hides from a tracer could do the work unseen. */
int main(void) {
  int status = 0;
  long child = syscall(SYS_clone, SIGCHLD | CLONE_UNTRACED, NULL, NULL, NULL, NULL);
  if (child < 0) dprintf(1, "clone: %s\n", strerror(errno));
  if (child <= 0) _exit(7);
  waitpid((pid_t)child, &status, 0);
  dprintf(1, "hidden child" BREACH "\n");
  return 0;
}
