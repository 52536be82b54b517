// A program that takes every descriptor it can.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  int taken = 0;
  while (taken < 100'000 && ::dup(STDERR_FILENO) >= 0)
    ++taken;
  plain::reap(plain::fork_child([] { return 2; }));
  return 3;
}
