// A clone without an exit signal is a process, and waited for by __WALL.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t pid =
      static_cast<pid_t>(plain::must(::syscall(SYS_clone, 0, nullptr, nullptr, nullptr, 0), "clone"));
  if (pid == 0) ::_exit(5);
  const bool hidden = ::waitpid(pid, nullptr, 0) < 0 && errno == ECHILD;
  plain::say("hidden from a plain wait: %s\n", hidden ? "yes" : "no");
  plain::say("%d\n", WEXITSTATUS(plain::reap(pid)));
}
