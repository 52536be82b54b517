// The program exits with 1.
#include "support/plain.hpp"

int main() {
  plain::say("Main process running\nExiting...\n");
  return 1;
}
