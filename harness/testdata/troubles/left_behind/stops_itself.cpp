// A process left behind that stopped itself.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] { ::raise(SIGSTOP); });
  int status = 0;
  plain::must(::waitpid(child, &status, WUNTRACED), "waitpid");
}
