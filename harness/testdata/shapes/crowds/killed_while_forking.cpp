// A process killed while it forks: however many children there were, each has its parent.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  for (int round = 0; round < 5; ++round) {
    const plain::Gate forking;
    const pid_t child = plain::fork_child([&] {
      plain::reap(plain::fork_child([] { return 1; }));
      forking.open();
      while (true)
        plain::reap(plain::fork_child([] { return 1; }));
    });
    forking.wait();
    plain::must(::kill(child, SIGKILL), "kill");
    plain::reap(child);
  }
}
