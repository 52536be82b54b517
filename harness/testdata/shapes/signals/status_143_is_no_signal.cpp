// A child that exits with the status a shell would show for SIGTERM.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::reap(plain::fork_child([] { return 143; }));
}
