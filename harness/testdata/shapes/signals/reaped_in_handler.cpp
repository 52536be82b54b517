// Children waited for inside a handler of SIGCHLD.
//
// Start methods: none
#include "support/plain.hpp"

namespace {

volatile sig_atomic_t reaped = 0;

void reap_all(int) {
  const int saved = errno;
  while (::waitpid(-1, nullptr, WNOHANG) > 0)
    reaped = reaped + 1;
  errno = saved;
}

}  // namespace

int main() {
  sigset_t child_signal;
  sigset_t before;
  ::sigemptyset(&child_signal);
  ::sigaddset(&child_signal, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &child_signal, &before);
  ::signal(SIGCHLD, reap_all);
  for (int i = 0; i < 10; ++i)
    plain::fork_child([] { return 1; });
  while (reaped < 10)
    ::sigsuspend(&before);
  plain::say("reaped: %d\n", static_cast<int>(reaped));
}
