#include <sys/prctl.h>
#include "bounded.h"
int main(void) {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  answer();
  return 0;
}
