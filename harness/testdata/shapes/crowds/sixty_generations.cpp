// Sixty generations, each waiting for the next.
//
// Start methods: none
#include "support/plain.hpp"

namespace {

int generation(int number) {
  if (number == 60) return 0;
  return 1 + WEXITSTATUS(plain::reap(plain::fork_child([&] { return generation(number + 1); })));
}

}  // namespace

int main() {
  return generation(0);
}
