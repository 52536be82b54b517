#include "bounded.h"
int main(void) {
  int fd;
  for (fd = 3; fd < 1024; ++fd) {
    if (fcntl(fd, F_GETFD) >= 0) dprintf(1, "descriptor %d" BREACH "\n", fd);
  }
  dprintf(1, "looked\n");
  return 0;
}
