#include "bounded.h"
/* With long arguments: whoever writes all of them down runs out of memory. */
int main(void) {
  static char argument[100000];
  memset(argument, 'a', sizeof argument - 1);
  execl("/proc/self/exe", "again", argument, argument, argument, (char*)NULL);
  return 1;
}
