// Two children write without waiting for one another: whichever is first is right by chance. The golden
// expects what nearly always happens on a machine at rest.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t first = plain::fork_child([] { plain::say("first\n"); });
  const pid_t second = plain::fork_child([] { plain::say("second\n"); });
  plain::reap(first);
  plain::reap(second);
}
