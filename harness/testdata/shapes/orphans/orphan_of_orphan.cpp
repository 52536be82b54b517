// An orphan that has a child only after it became one, and leaves it behind in turn.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  plain::fork_child([&] {
    program.await_end();
    const plain::Life own;
    plain::fork_child([&] {
      own.await_end();
      return 22;
    });
    return 21;
  });
  return 20;
}
