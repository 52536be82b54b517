// Children waited for in another order than they ended in.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  std::array<pid_t, 3> children{};
  int number = 0;
  for (pid_t& child : children) {
    ++number;
    child = plain::fork_child([&] { return number; });
    plain::await_zombie(child);
  }
  for (const std::size_t which : {1U, 2U, 0U})
    plain::say("%d\n", WEXITSTATUS(plain::reap(children[which])));
}
