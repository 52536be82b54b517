// A program that closes everything it could write to, and goes on.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  plain::say("last words\n");
  for (int fd = 0; fd < 3; ++fd)
    ::close(fd);
  const plain::Life program;
  plain::reap(plain::fork_child([] { return 1; }));
  plain::fork_child([&] {
    program.await_end();
    return 2;
  });
  return 3;
}
