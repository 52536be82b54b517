#include "bounded.h"
int main(void) {
  int count = 0;
  while (count < 20000 && dup(0) >= 0)
    ++count;
  dprintf(1, "%d%s\n", count, count >= 20000 ? BREACH : "");
  return 0;
}
