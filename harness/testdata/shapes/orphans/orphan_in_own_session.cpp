// An orphan that left its session: nobody's terminal, nobody's process group.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  const plain::Gate has_left;
  plain::fork_child([&] {
    plain::must(::setsid(), "setsid");
    has_left.open();
    program.await_end();
    plain::say("still here\n");
    return 9;
  });
  has_left.wait();
}
