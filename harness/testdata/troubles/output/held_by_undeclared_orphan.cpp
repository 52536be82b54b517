// An orphan that nobody declared holds the output open, for ever.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::fork_child([] { plain::wait_to_be_killed(); });
  plain::say("done\n");
}
