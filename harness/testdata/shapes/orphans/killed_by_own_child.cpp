// A process killed by its child, which is an orphan from then on.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t middle = plain::fork_child([] {
    const plain::Life own;
    const pid_t pid = ::getpid();
    plain::fork_child([&] {
      plain::must(::kill(pid, SIGKILL), "kill");
      own.await_end();
      return 3;
    });
    plain::wait_to_be_killed();
  });
  const int status = plain::reap(middle);
  plain::say("killed: %s\n", WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? "yes" : "no");
}
