#include "bounded.h"
int main(void) {
  signal(SIGXCPU, SIG_IGN);
  for (;;) {
  }
}
