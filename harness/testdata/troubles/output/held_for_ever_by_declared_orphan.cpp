// A declared orphan that never ends.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::fork_child([] { plain::wait_to_be_killed(); });
  plain::say("done\n");
}
