// SIGCHLD blocked and taken by sigtimedwait: twenty children, each waited for.
//
// sigtimedwait may be interrupted; the loop allows for it, as every program should.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  sigset_t child_signal;
  ::sigemptyset(&child_signal);
  ::sigaddset(&child_signal, SIGCHLD);
  ::sigprocmask(SIG_BLOCK, &child_signal, nullptr);
  for (int i = 0; i < 20; ++i)
    plain::fork_child([] { return 1; });
  int reaped = 0;
  while (reaped < 20) {
    const timespec limit{10, 0};
    if (::sigtimedwait(&child_signal, nullptr, &limit) < 0 && errno != EINTR) plain::give_up("sigtimedwait");
    while (::waitpid(-1, nullptr, WNOHANG) > 0)
      ++reaped;
  }
  plain::say("reaped: %d\n", reaped);
}
