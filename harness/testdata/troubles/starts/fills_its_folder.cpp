// A program that leaves files, folders that nobody may enter, and links behind.
//
// Start methods: none
#include <sys/stat.h>

#include "support/plain.hpp"

int main() {
  plain::must(::mkdir("closed", 0700), "mkdir");
  plain::must(::close(plain::must(::open("closed/file", O_CREAT | O_WRONLY | O_CLOEXEC, 0600), "open")),
              "close");
  plain::must(::symlink("/", "link"), "symlink");
  plain::must(::mkfifo("fifo", 0600), "mkfifo");
  plain::must(::chmod("closed", 0), "chmod");
  plain::must(::chdir("/"), "chdir");
}
