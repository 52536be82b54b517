// A child that is stopped and continued, as its parent sees it.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t child = plain::fork_child([] {
    ::raise(SIGSTOP);
    return 2;
  });
  int status = 0;
  plain::must(::waitpid(child, &status, WUNTRACED), "waitpid");
  plain::say("stopped: %d\n", WIFSTOPPED(status) ? WSTOPSIG(status) : -1);
  plain::must(::kill(child, SIGCONT), "kill");
  plain::must(::waitpid(child, &status, WCONTINUED), "waitpid");
  // The child may have ended by the time it is asked: either answer is right, the next one is the end.
  const bool continued = WIFCONTINUED(status);
  if (continued) status = plain::reap(child);
  plain::say("exited: %d\n", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}
