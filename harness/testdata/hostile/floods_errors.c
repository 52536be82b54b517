#include "bounded.h"
int main(void) {
  static char block[1 << 16];
  memset(block, 'e', sizeof block);
  answer();
  for (;;)
    (void)!write(2, block, sizeof block);
}
