#include "bounded.h"
int main(void) {
  int fd;
  for (fd = 0; fd < 3; ++fd)
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK | O_APPEND);
  dprintf(1, "not blocking\n");
  return 0;
}
