#include "bounded.h"
/* Each of them less than a process may have. */
int main(void) {
  int child;
  for (child = 0; child < 8; ++child) {
    if (fork() == 0) {
      char *block = malloc(100 << 20);
      if (block == NULL) _exit(1);
      memset(block, 1, 100 << 20);
      for (;;) pause();
    }
  }
  for (;;) pause();
}
