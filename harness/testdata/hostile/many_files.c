#include "bounded.h"
int main(void) {
  char name[32];
  int number;
  for (number = 0; number < 500000; ++number) {
    snprintf(name, sizeof name, "%d", number);
    if (close(open(name, O_CREAT | O_WRONLY, 0600)) != 0) return 1;
  }
  dprintf(1, "%d files" BREACH "\n", number);
  return 0;
}
