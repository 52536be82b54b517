// A program that kills all it may, and whose children do the same.
//
// Only the processes of its own namespace are within its reach; where there is none it kills its group alone.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const bool own_namespace = ::getppid() == 1;
  const plain::Gate ready;
  for (int i = 0; i < 3; ++i) {
    plain::fork_child([&] {
      ready.open();
      plain::wait_to_be_killed();
    });
  }
  for (int i = 0; i < 3; ++i)
    ready.wait();
  ::signal(SIGTERM, SIG_IGN);
  (void)::kill(own_namespace ? -1 : 0, SIGTERM);
  for (int i = 0; i < 3; ++i)
    plain::reap(-1);
  plain::say("alone\n");
}
