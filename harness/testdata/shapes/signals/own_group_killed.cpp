// A program that sends a signal to its whole process group, survives it by a handler, and waits for the dead.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate ready;
  for (int i = 0; i < 4; ++i) {
    plain::fork_child([&] {
      ready.open();
      plain::wait_to_be_killed();
    });
  }
  for (int i = 0; i < 4; ++i)
    ready.wait();
  ::signal(SIGTERM, [](int) {});
  plain::must(::kill(0, SIGTERM), "kill");
  for (int i = 0; i < 4; ++i)
    plain::reap(-1);
  ::signal(SIGTERM, SIG_DFL);
  ::raise(SIGTERM);
}
