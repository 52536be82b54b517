#include "bounded.h"
/* The shim's socket to the harness, by way of /proc or of ptrace. */
int main(void) {
  char name[64];
  int fd, found = 0;
  for (fd = 0; fd < 64; ++fd) {
    snprintf(name, sizeof name, "/proc/1/fd/%d", fd);
    if (open(name, O_RDWR) >= 0 || readlink(name, name, sizeof name) > 0) ++found;
  }
  dprintf(1, "descriptors%s\n", found > 0 ? BREACH : " hidden");
  dprintf(1, "memory%s\n", open("/proc/1/mem", O_RDWR) >= 0 ? BREACH : " hidden");
  dprintf(1, "maps%s\n", open("/proc/1/maps", O_RDONLY) >= 0 ? BREACH : " hidden");
  return 0;
}
