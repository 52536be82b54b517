// Two hundred zombies at once.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  std::vector<pid_t> children;
  for (int i = 0; i < 200; ++i)
    children.push_back(plain::fork_child([] { return 1; }));
  for (const pid_t child : children)
    plain::await_zombie(child);
}
