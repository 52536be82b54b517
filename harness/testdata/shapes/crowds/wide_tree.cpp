// Ten children with ten children each.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  for (int i = 0; i < 10; ++i) {
    plain::fork_child([] {
      for (int j = 0; j < 10; ++j)
        plain::fork_child([] { return 2; });
      for (int j = 0; j < 10; ++j)
        plain::reap(-1);
      return 1;
    });
  }
  for (int i = 0; i < 10; ++i)
    plain::reap(-1);
}
