// An orphan that keeps the output open for a while and writes to it, as declared.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  plain::fork_child([&] {
    program.await_end();
    ::usleep(1'000'000);  // longer than an undeclared one may live
    plain::say("late\n");
    return 3;
  });
  plain::say("early\n");
}
