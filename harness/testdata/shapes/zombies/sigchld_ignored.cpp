// Children of a process that ignores SIGCHLD: the kernel waits for them.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  ::signal(SIGCHLD, SIG_IGN);
  for (int i = 1; i <= 3; ++i)
    plain::fork_child([&] { return i; });
  const bool nothing_to_wait_for = ::wait(nullptr) < 0 && errno == ECHILD;
  plain::say("nothing to wait for: %s\n", nothing_to_wait_for ? "yes" : "no");
}
