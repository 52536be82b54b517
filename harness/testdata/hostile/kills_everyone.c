#include "bounded.h"
int main(void) {
  char space[64] = "";
  (void)!readlink("/proc/self/ns/pid", space, sizeof space - 1);
  if (strcmp(space, "pid:[4026531836]") == 0) return 99; /* the host's own: not fired */
  kill(-1, SIGKILL);
  dprintf(1, "still here\n");
  return 0;
}
