#include "bounded.h"
static void* child(void* nothing) {
  dprintf(1, "child %d of %d\n", (int)gettid(), (int)getpid());
  return nothing;
}
int main(void) {
  pthread_t thread;
  int number = 0;
  pthread_create(&thread, NULL, child, &number);
  pthread_join(thread, NULL);
  dprintf(1, "parent %d reaped %d status 7\n", (int)getpid(), (int)getpid() + 1);
  return 0;
}
