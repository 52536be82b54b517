// A stopped child that is killed without being continued.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] { ::raise(SIGSTOP); });
  int status = 0;
  plain::must(::waitpid(child, &status, WUNTRACED), "waitpid");
  plain::must(::kill(child, SIGKILL), "kill");
  plain::reap(child);
}
