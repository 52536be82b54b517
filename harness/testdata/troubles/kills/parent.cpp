// A program that kills its parent.
//
// In a pid namespace its parent is process 1, which nobody inside can kill or stop.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t parent = ::getppid();
  for (const int signal : {SIGTERM, SIGHUP, SIGINT, SIGSTOP, SIGKILL})
    (void)::kill(parent, signal);
  plain::say("done\n");
}
