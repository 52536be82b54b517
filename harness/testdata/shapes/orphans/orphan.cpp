// An orphan.
//
// The child ends only when its parent has ended.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life own;
  plain::fork_child([&] {
    own.await_end();
    plain::say("alone\n");
    return 7;
  });
}
