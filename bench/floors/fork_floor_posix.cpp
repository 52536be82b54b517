#include "floors/fork_floor.hpp"

#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "floors/exec_floor.hpp"

namespace bench {

Sample fork_exit_wait() {
  const std::int64_t begun = now();
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(0);
  const std::int64_t started = now();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
  wait_for_end(pid);
  return sample_of(begun, started, now());
}

}  // namespace bench
