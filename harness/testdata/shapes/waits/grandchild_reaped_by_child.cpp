// Each generation waits for the next, five deep.
//
// Start methods: none
#include "support/plain.hpp"

namespace {

int generation(int number) {
  if (number < 5) plain::reap(plain::fork_child([&] { return generation(number + 1); }));
  return number;
}

}  // namespace

int main() {
  return generation(0);
}
