// The program waits for the child that it should leave an orphan.
#include "support/plain.hpp"

int main() {
  plain::reap(plain::fork_child([] { plain::say("Child process running\nAlive: False\nExitcode: None\n"); }));
}
