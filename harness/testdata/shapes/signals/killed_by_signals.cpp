// Children that end by signals: each status tells which.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  for (const int signal : {SIGTERM, SIGKILL, SIGABRT, SIGSEGV, SIGUSR1, SIGALRM, 40}) {
    const int status = plain::reap(plain::fork_child([&] { ::raise(signal); }));
    plain::say("%d\n", WIFSIGNALED(status) ? WTERMSIG(status) : -1);
  }
}
