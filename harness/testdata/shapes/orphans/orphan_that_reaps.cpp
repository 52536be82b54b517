// An orphan that starts children of its own and waits for them.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  plain::fork_child([&] {
    program.await_end();
    for (const int status : {1, 2, 3})
      plain::reap(plain::fork_child([&] { return status; }));
    return 4;
  });
}
