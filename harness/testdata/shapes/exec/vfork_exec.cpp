// vfork and exec.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t pid = ::vfork();
  if (pid == 0) {
    ::execl("/bin/sh", "sh", "-c", "exit 5", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  plain::must(pid, "vfork");
  plain::reap(pid);
}
