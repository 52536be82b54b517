// A clone with CLONE_UNTRACED hides from a tracer; waited for by its parent, it leaves no trace.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const long pid =
      plain::must(::syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, nullptr, nullptr, nullptr, 0), "clone");
  if (pid == 0) ::_exit(24);
  plain::say("%d\n", WEXITSTATUS(plain::reap(static_cast<pid_t>(pid))));
}
