#include "bounded.h"
int main(void) {
  raise(SIGSTOP);
  for (;;)
    pause();
}
