// A child that nobody waits for.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::await_zombie(plain::fork_child([] { return 3; }));
}
