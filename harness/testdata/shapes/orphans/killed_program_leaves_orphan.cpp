// A program killed by SIGKILL while it has a child.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  plain::fork_child([&] {
    program.await_end();
    return 8;
  });
  ::raise(SIGKILL);
}
