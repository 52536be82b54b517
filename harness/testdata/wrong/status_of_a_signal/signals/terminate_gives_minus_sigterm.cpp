// The child catches the signal and exits with the status that a shell would show.
#include "support/plain.hpp"

int main() {
  const plain::Gate ready;
  const pid_t child = plain::fork_child([&] {
    ::signal(SIGTERM, [](int) { ::_exit(143); });
    ready.open();
    plain::wait_to_be_killed();
  });
  ready.wait();
  plain::must(::kill(child, SIGTERM), "kill");
  plain::reap(child);
  plain::say("Exitcode: -15\n");
}
