// A process that outlives the program by design, and by far.
//
// It is longer about than an undeclared one would be let live.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  plain::fork_child([&] {
    program.await_end();
    ::usleep(1'200'000);  // the behaviour is about time
    plain::say("done\n");
    return 2;
  });
}
