// The pid shown is the program's own.
#include "support/plain.hpp"

int main() {
  plain::say("None\n");
  plain::reap(plain::fork_child([] {}));
  plain::say("%d\n", ::getpid());
}
