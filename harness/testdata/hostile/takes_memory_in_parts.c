#include "bounded.h"
/* Each of them less than a process may have. */
int main(void) {
  const size_t size = 100 << 20;
  int child;
  for (child = 0; child < 8; ++child) {
    if (fork() == 0) {
      volatile char* block = malloc(size);
      size_t at;
      for (at = 0; block != NULL && at < size; at += 4096)
        block[at] = 1;
      for (;;)
        pause();
    }
  }
  for (;;)
    pause();
}
