// vfork and _exit, in a row and never waited for in between.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  std::array<pid_t, 3> children{};
  for (pid_t& child : children) {
    child = ::vfork();
    if (child == 0) ::_exit(6);
    plain::must(child, "vfork");
  }
  for (const pid_t child : children)
    plain::reap(child);
}
