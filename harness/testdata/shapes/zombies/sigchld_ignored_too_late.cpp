// SIGCHLD ignored when the child is dead already: the zombie stays.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] { return 5; });
  plain::await_zombie(child);
  ::signal(SIGCHLD, SIG_IGN);
  plain::await_zombie(child);
}
