// A thread that becomes another program: the process stays the same, its other threads end.
//
// Start methods: none
#include <thread>

#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] {
    std::thread other([] { plain::wait_to_be_killed(); });
    std::thread([] { plain::become({"/bin/sh", "-c", "(exit 3); exit 2"}); }).join();
  });
  plain::reap(child);
}
