#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include "cli/standard_descriptors.hpp"

namespace harness {

bool hold_standard_descriptors() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) >= 0) continue;
    // the lowest that is free: those below are there
    if (::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) >= 0) continue;
    std::perror("exeunt: a standard stream is closed, and /dev/null cannot be opened in its place");
    return false;
  }
  return true;
}

}  // namespace harness
