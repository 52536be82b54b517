// The child exits with 2, and the text hides it.
#include "support/plain.hpp"

int main() {
  plain::reap(plain::fork_child([] {
    plain::say("Child process running\nExiting...\n");
    return 2;
  }));
  plain::say("Alive: False\nExitcode: 1\n");
}
