#include "bounded.h"
static char block[1 << 20];
int main(void) {
  int mebibytes = 0, fd = open("large", O_CREAT | O_WRONLY, 0600);
  while (write(fd, block, sizeof block) == sizeof block)
    ++mebibytes;
  dprintf(1, "%d MiB\n", mebibytes);
  return 0;
}
