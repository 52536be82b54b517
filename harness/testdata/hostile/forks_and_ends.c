#include "bounded.h"
/* Few at a time, many in all. */
int main(void) {
  if (fork() == 0) {
    while (counted(20000)) {
      if (fork() > 0) _exit(0);
    }
    _exit(0);
  }
  for (;;)
    pause();
}
