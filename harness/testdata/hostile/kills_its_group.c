#include "bounded.h"
int main(void) {
  answer();
  kill(0, SIGKILL);
  return 0;
}
