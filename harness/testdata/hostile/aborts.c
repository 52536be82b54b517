#include <sys/resource.h>
#include "bounded.h"
int main(void) {
  struct rlimit core = {RLIM_INFINITY, RLIM_INFINITY};
  if (setrlimit(RLIMIT_CORE, &core) == 0) dprintf(1, "core files" BREACH "\n");
  answer();
  abort();
}
