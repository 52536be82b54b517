// Wrong: flushes before it dies, so that nothing is lost.
#include "support/child.h"

static void handler(void) {
  printf("Never gets here...\n");
}

int main(void) {
  atexit(handler);
  printf("Main prints a line\n");
  fflush(stdout);
  kill(getpid(), SIGTERM);
}
