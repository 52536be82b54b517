// A second child that nobody asked for.
#include "support/plain.hpp"

int main() {
  plain::reap(plain::fork_child([] {
    plain::say("Child process running\nExiting...\n");
    return 1;
  }));
  plain::reap(plain::fork_child([] {}));
  plain::say("Alive: False\nExitcode: 1\n");
}
