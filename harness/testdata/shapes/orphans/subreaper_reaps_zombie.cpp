// A zombie whose parent ends is handed on, and waited for by the program that adopts.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::must(::prctl(PR_SET_CHILD_SUBREAPER, 1), "prctl");
  const pid_t child = plain::fork_child([] { plain::await_zombie(plain::fork_child([] { return 6; })); });
  plain::reap(child);
  plain::say("adopted: %d\n", WEXITSTATUS(plain::reap(-1)));
}
