#include "bounded.h"
static char block[1 << 20];
static int fill(int fd) {
  int mebibytes = 0;
  while (fd >= 0 && mebibytes < 512 && write(fd, block, sizeof block) == sizeof block)
    ++mebibytes;
  return mebibytes;
}
int main(void) {
  int shared, device, memory;
  signal(SIGXFSZ, SIG_IGN);
  shared = fill(open("/dev/shm/x", O_CREAT | O_RDWR, 0600));
  device = fill(open("/dev/x", O_CREAT | O_RDWR, 0600));
  memory = fill(memfd_create("x", 0));
  unlink("/dev/shm/x");
  dprintf(1, "%d, %d, %d MiB%s\n", shared, device, memory, shared + device + memory >= 512 ? BREACH : "");
  return 0;
}
