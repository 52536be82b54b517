// A program and its children that ignore every signal they can, and never end.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  for (int signal = 1; signal < NSIG; ++signal)
    ::signal(signal, SIG_IGN);
  for (int i = 0; i < 3; ++i) {
    plain::fork_child([] {
      (void)::setsid();
      plain::wait_to_be_killed();
    });
  }
  plain::wait_to_be_killed();
}
