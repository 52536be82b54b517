// The child exits with 2, and the parent tells so.
#include "support/plain.hpp"

int main() {
  const int status = plain::reap(plain::fork_child([] {
    plain::say("Child process running\nExiting...\n");
    return 2;
  }));
  plain::say("Alive: False\nExitcode: %d\n", WEXITSTATUS(status));
}
