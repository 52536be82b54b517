// Three children, of which one is waited for.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::await_zombie(plain::fork_child([] { return 1; }));
  plain::reap(plain::fork_child([] { return 2; }));
  plain::await_zombie(plain::fork_child([] { return 3; }));
}
