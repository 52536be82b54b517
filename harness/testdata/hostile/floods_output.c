#include "bounded.h"
int main(void) {
  for (;;)
    dprintf(1, "more, and more, and more, and more, and more, and more, and more, and more\n");
}
