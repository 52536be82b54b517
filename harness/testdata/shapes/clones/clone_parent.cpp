// A clone with CLONE_PARENT is the child of its maker's parent.
//
// The program learns of it and waits for both; its maker ends only after it, so that no order is left open.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate made;
  const pid_t child = plain::fork_child([&] {
    if (plain::must(::syscall(SYS_clone, CLONE_PARENT | SIGCHLD, nullptr, nullptr, nullptr, 0), "clone") == 0)
      ::_exit(5);
    made.open();
    plain::wait_to_be_killed();
  });
  made.wait();
  int status = 0;
  const pid_t sibling = plain::must(::waitpid(-1, &status, 0), "waitpid");
  plain::say("%s %d\n", sibling == child ? "child" : "sibling", WEXITSTATUS(status));
  plain::must(::kill(child, SIGTERM), "kill");
  plain::reap(child);
}
