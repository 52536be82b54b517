// Orphans that are killed: one by itself, one by the other.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  const pid_t victim = plain::fork_child([] { plain::wait_to_be_killed(); });
  plain::fork_child([&] {
    program.await_end();
    plain::must(::kill(victim, SIGKILL), "kill");
    ::raise(SIGTERM);
  });
}
