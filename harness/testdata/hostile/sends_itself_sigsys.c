#include "bounded.h"
/* A signal like any other. */
int main(void) {
  answer();
  raise(SIGSYS);
  return 0;
}
