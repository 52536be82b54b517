// The parent reads the status and leaves the zombie.
#include "support/plain.hpp"

int main() {
  plain::await_zombie(plain::fork_child([] {
    plain::say("Child process running\nExiting...\n");
    return 1;
  }));
  plain::say("Alive: False\nExitcode: 1\n");
}
