// A clone with CLONE_UNTRACED comes to light when its parent has ended.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life own;
  if (plain::must(::syscall(SYS_clone, CLONE_UNTRACED | SIGCHLD, nullptr, nullptr, nullptr, 0), "clone") ==
      0) {
    own.await_end();
    ::_exit(25);
  }
}
