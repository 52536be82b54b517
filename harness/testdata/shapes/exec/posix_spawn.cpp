// Children made by posix_spawn.
//
// Start methods: none
#include <spawn.h>

#include "support/plain.hpp"

namespace {

pid_t spawn(const char* command) {
  pid_t pid = 0;
  const std::array<const char*, 4> words{"sh", "-c", command, nullptr};
  errno = ::posix_spawn(&pid, "/bin/sh", nullptr, nullptr, const_cast<char* const*>(words.data()), environ);
  if (errno != 0) plain::give_up("posix_spawn");
  return pid;
}

}  // namespace

int main() {
  for (const char* command : {"exit 0", "exit 3", "kill -TERM $$"})
    plain::reap(spawn(command));
}
