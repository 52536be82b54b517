// Processes that change the name the kernel shows for them: what they executed stays what it was.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::must(::prctl(PR_SET_NAME, ") Z 1 (name"), "prctl");
  const plain::Life program;
  plain::await_zombie(plain::fork_child([] {
    plain::must(::prctl(PR_SET_NAME, "kworker/0:1"), "prctl");
    return 1;
  }));
  plain::reap(plain::fork_child([] { plain::become({"sh", "-c", "exit 2"}, "/bin/sh"); }));
  plain::fork_child([&] {
    program.await_end();
    return 3;
  });
}
