// The child is killed where it should exit.
#include "support/plain.hpp"

int main() {
  const plain::Gate done;
  const pid_t child = plain::fork_child([&] {
    plain::say("Child process running\nExiting...\n");
    done.open();
    plain::wait_to_be_killed();
  });
  done.wait();
  plain::must(::kill(child, SIGTERM), "kill");
  plain::reap(child);
  plain::say("Alive: False\nExitcode: 1\n");
}
