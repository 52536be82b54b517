// A double fork.
//
// The child ends at once, so that its own child belongs to nobody.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] {
    const plain::Life own;
    plain::fork_child([&] {
      own.await_end();
      return 5;
    });
    return 1;
  });
  return WEXITSTATUS(plain::reap(child));
}
