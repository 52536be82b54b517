#include <sys/resource.h>
#include "bounded.h"
/* A limit of the program's own making is none of the sandbox's. */
int main(void) {
  struct rlimit small = {10, 10};
  answer();
  setrlimit(RLIMIT_FSIZE, &small);
  (void)!write(open("small", O_CREAT | O_WRONLY, 0600), "0123456789abc", 13);
  (void)!write(open("small", O_WRONLY | O_APPEND), "x", 1);
  return 0;
}
