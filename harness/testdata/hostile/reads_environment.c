#include "bounded.h"
extern char** environ;
static void look(const char* path) {
  char text[65536];
  int fd = open(path, O_RDONLY);
  ssize_t size = fd < 0 ? 0 : read(fd, text, sizeof text);
  if (size > 0 && memmem(text, (size_t)size, "SECRET", 6)) dprintf(1, "%s" BREACH "\n", path);
}
int main(void) {
  char** entry;
  for (entry = environ; *entry != NULL; ++entry) {
    if (strstr(*entry, "SECRET")) dprintf(1, "own" BREACH "\n");
  }
  look("/proc/1/environ");
  look("/proc/1/cmdline");
  dprintf(1, "looked\n");
  return 0;
}
