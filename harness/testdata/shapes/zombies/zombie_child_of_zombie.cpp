// A zombie whose child was a zombie: both unwaited for.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::await_zombie(plain::fork_child([] {
    plain::await_zombie(plain::fork_child([] { return 2; }));
    return 1;
  }));
}
