// The pid shown is that of a neighbour.
#include "support/plain.hpp"

int main() {
  plain::say("None\n");
  const pid_t child = plain::fork_child([] {});
  plain::say("%d\n", child + 1);
  plain::reap(child);
}
