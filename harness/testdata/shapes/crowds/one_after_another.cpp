// Three hundred children, one after another.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  for (int i = 0; i < 300; ++i)
    plain::reap(plain::fork_child([] { return 1; }));
}
