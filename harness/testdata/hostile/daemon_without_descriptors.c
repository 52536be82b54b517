#include "bounded.h"
int main(void) {
  answer();
  if (fork() == 0) {
    setsid();
    if (fork() > 0) _exit(0);
    closefrom(0);
    for (;;)
      pause();
  }
  wait(NULL);
  return 0;
}
