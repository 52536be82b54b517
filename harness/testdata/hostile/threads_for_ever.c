#include "bounded.h"
static void* wait_for_ever(void* nothing) {
  for (;;)
    pause();
  return nothing;
}
int main(void) {
  pthread_attr_t small;
  pthread_t thread;
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 1 << 16);
  while (counted(300) && pthread_create(&thread, &small, wait_for_ever, NULL) == 0) {
  }
  for (;;)
    pause();
}
