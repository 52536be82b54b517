// A child that finds no program to become.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] {
    ::execl("/no/such/program", "program", static_cast<char*>(nullptr));
    return errno == ENOENT ? 127 : 126;
  });
  plain::say("%d\n", WEXITSTATUS(plain::reap(child)));
}
