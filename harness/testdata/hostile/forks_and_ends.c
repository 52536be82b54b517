#include "bounded.h"
/* Few at a time, many in all. */
int main(void) {
  while (counted(2000)) {
    if (fork() > 0) _exit(0);
  }
  return 0;
}
