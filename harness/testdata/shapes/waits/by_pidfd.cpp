// A child waited for by poll on its pidfd.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] { return 8; });
  const plain::Life life(child);
  life.await_end();
  siginfo_t info{};
  plain::must(::waitid(P_PIDFD, static_cast<id_t>(life.fd()), &info, WEXITED), "waitid");
  plain::say("%d\n", info.si_status);
}
