// A program that closes its output and goes on; what is written later is lost.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::say("before\n");
  ::close(STDOUT_FILENO);
  ::close(STDERR_FILENO);
  plain::reap(plain::fork_child([] { return ::write(STDOUT_FILENO, "x", 1) < 0 && errno == EBADF ? 4 : 5; }));
  ::usleep(300'000);  // a run is not over because its output is
  return 6;
}
