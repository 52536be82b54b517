#include <dirent.h>
#include "bounded.h"
int main(void) {
  int seen = 0;
  DIR* folder = opendir("/proc");
  struct dirent* entry;
  while (folder != NULL && (entry = readdir(folder)) != NULL) {
    if (atoi(entry->d_name) > 0) ++seen;
  }
  dprintf(1, "%d processes%s\n", seen, seen > 2 ? BREACH : "");
  return 0;
}
