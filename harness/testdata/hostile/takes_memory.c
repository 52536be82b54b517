#include "bounded.h"
int main(void) {
  int mebibytes;
  for (mebibytes = 0; mebibytes < 2048; ++mebibytes) {
    char* block = malloc(1 << 20);
    if (block == NULL) return 1;
    memset(block, 1, 1 << 20);
  }
  dprintf(1, "2 GiB" BREACH "\n");
  return 0;
}
