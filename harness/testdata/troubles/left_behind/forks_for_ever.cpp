// A process left behind that is always another one: each lives for a moment and leaves the next.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::fork_child([] {
    for (int life = 0; life < 100'000; ++life) {
      if (plain::must(::fork(), "fork") != 0) ::_exit(0);
      ::usleep(2'000);  // it is about time: a kill must reach the one that lives now
    }
  });
}
