// A process made with CLONE_PARENT outlives its maker and is no orphan: its parent is still there.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate go;
  plain::reap(plain::fork_child([&] {
    if (plain::must(::syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, 0), "clone") != 0)
      return 1;
    go.wait();
    return 2;
  }));
  go.open();
  plain::say("%d\n", WEXITSTATUS(plain::reap(-1)));
}
