// A program that adopts its orphans itself.
//
// The grandchild has lost its creator all the same; that somebody waits for it in the end changes nothing.
// An observer that only adopts orphans never hears of it, hence the question mark in the golden.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::must(::prctl(PR_SET_CHILD_SUBREAPER, 1), "prctl");
  const plain::Gate go;
  const pid_t child = plain::fork_child([&] {
    plain::fork_child([&] {
      go.wait();
      return 6;
    });
  });
  plain::reap(child);
  go.open();
  plain::say("adopted: %d\n", WEXITSTATUS(plain::reap(-1)));
}
