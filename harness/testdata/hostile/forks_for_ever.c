#include "bounded.h"
int main(void) {
  while (counted(200)) {
    if (fork() < 0) usleep(100000);
  }
  for (;;)
    pause();
}
