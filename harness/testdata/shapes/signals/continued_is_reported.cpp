// A child that was continued and waits is reported as continued.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate end;
  const pid_t child = plain::fork_child([&] {
    end.wait();
    return 1;
  });
  for (int round = 0; round < 3; ++round) {
    int status = 0;
    plain::must(::kill(child, round == 1 ? SIGTSTP : SIGSTOP), "kill");
    plain::must(::waitpid(child, &status, WUNTRACED), "waitpid");
    plain::say("stopped: %d\n", WIFSTOPPED(status) ? WSTOPSIG(status) : -1);
    plain::must(::kill(child, SIGCONT), "kill");
    plain::must(::waitpid(child, &status, WCONTINUED), "waitpid");
    plain::say("continued: %s\n", WIFCONTINUED(status) ? "yes" : "no");
  }
  end.open();
  plain::reap(child);
}
