// A process left behind, and the golden knows it.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::fork_child([] { plain::wait_to_be_killed(); });
}
