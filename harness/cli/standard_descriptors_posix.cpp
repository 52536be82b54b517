#include <fcntl.h>
#include <unistd.h>

#include "cli/standard_descriptors.hpp"
#include "support/errors.hpp"

namespace harness {

void hold_standard_descriptors() {
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(number, F_GETFD) >= 0) continue;
    // the lowest that is free: those below are there
    if (::open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0) throw_errno("open /dev/null");
  }
}

}  // namespace harness
