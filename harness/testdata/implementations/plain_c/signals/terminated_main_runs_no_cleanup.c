#include "support/child.h"

static void handler(void) {
  printf("Never gets here...\n");
}

int main(void) {
  atexit(handler);
  printf("Main prints a line\n");
  kill(getpid(), SIGTERM);
}
