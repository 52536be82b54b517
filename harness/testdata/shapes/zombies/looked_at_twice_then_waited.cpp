// A zombie looked at by waitid with WNOWAIT, twice, and only then waited for.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] { return 5; });
  plain::await_zombie(child);
  plain::await_zombie(child);
  plain::say("%d\n", WEXITSTATUS(plain::reap(child)));
}
