#include "bounded.h"
static char block[1 << 20];
int main(void) {
  char name[32];
  int file, mebibytes = 0;
  for (file = 0; file < 200; ++file) {
    int fd, part;
    snprintf(name, sizeof name, "%sfile%d", file % 2 ? "/tmp/" : "", file);
    fd = open(name, O_CREAT | O_WRONLY, 0600);
    for (part = 0; part < 10 && write(fd, block, sizeof block) == sizeof block; ++part)
      ++mebibytes;
    close(fd);
  }
  dprintf(1, "%d MiB%s\n", mebibytes, mebibytes > 100 ? BREACH : "");
  return 0;
}
