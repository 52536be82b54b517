#include <sys/wait.h>

#include "model/ending.hpp"

namespace harness {

Ending ending_of(int wait_status) {
  if (WIFSIGNALED(wait_status)) return Killed{WTERMSIG(wait_status), WCOREDUMP(wait_status) != 0};
  return Exited{WEXITSTATUS(wait_status)};
}

}  // namespace harness
