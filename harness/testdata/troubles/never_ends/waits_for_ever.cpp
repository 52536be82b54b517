// A program that never ends.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::say("begun\n");
  plain::wait_to_be_killed();
}
