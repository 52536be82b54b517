// A process left behind that ignores every signal it can.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate ready;
  plain::fork_child([&] {
    for (int signal = 1; signal < NSIG; ++signal)
      ::signal(signal, SIG_IGN);
    ready.open();
    plain::wait_to_be_killed();
  });
  ready.wait();
}
