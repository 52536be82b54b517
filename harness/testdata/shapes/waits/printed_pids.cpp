// Pids as the program sees them.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::say("program %d\n", ::getpid());
  const plain::Life program;
  plain::reap(plain::fork_child([] {
    plain::say("first %d\n", ::getpid());
    plain::reap(plain::fork_child([] { plain::say("grandchild %d of %d\n", ::getpid(), ::getppid()); }));
  }));
  plain::fork_child([&] {
    program.await_end();
    plain::say("orphan %d\n", ::getpid());
  });
}
