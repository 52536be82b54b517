// A process of several threads that is stopped, continued and ended.
//
// Start methods: none
#include <thread>

#include "support/plain.hpp"

int main() {
  const plain::Gate ready;
  const pid_t child = plain::fork_child([&] {
    for (int i = 0; i < 3; ++i)
      std::thread([] { plain::wait_to_be_killed(); }).detach();
    ready.open();
    plain::wait_to_be_killed();
  });
  ready.wait();
  int status = 0;
  plain::must(::kill(child, SIGSTOP), "kill");
  plain::must(::waitpid(child, &status, WUNTRACED), "waitpid");
  plain::say("stopped: %s\n", WIFSTOPPED(status) ? "yes" : "no");
  plain::must(::kill(child, SIGCONT), "kill");
  plain::must(::waitpid(child, &status, WCONTINUED), "waitpid");
  plain::say("continued: %s\n", WIFCONTINUED(status) ? "yes" : "no");
  plain::must(::kill(child, SIGTERM), "kill");
  plain::reap(child);
}
