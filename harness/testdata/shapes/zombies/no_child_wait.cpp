// Children of a process that asked for no zombies by SA_NOCLDWAIT.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  struct sigaction action {};
  action.sa_handler = SIG_DFL;
  action.sa_flags = SA_NOCLDWAIT;
  plain::must(::sigaction(SIGCHLD, &action, nullptr), "sigaction");
  for (int i = 1; i <= 2; ++i)
    plain::fork_child([&] { return i; });
  const bool nothing_to_wait_for = ::wait(nullptr) < 0 && errno == ECHILD;
  plain::say("nothing to wait for: %s\n", nothing_to_wait_for ? "yes" : "no");
}
