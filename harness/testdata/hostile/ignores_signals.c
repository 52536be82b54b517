#include "bounded.h"
int main(void) {
  int number;
  for (number = 1; number < 65; ++number)
    signal(number, SIG_IGN);
  for (;;)
    sleep(1);
}
