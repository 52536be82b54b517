// A thread in place of the child.
#include <thread>

#include "support/plain.hpp"

int main() {
  std::thread([] { plain::say("Child process running\nExiting...\n"); }).join();
  plain::say("Alive: False\nExitcode: 1\n");
}
