// Thirty processes left behind, in three generations.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate ready;
  for (int i = 0; i < 10; ++i) {
    plain::fork_child([&] {
      plain::fork_child([&] {
        plain::fork_child([&] {
          ready.open();
          plain::wait_to_be_killed();
        });
        plain::wait_to_be_killed();
      });
      plain::wait_to_be_killed();
    });
  }
  for (int i = 0; i < 10; ++i)
    ready.wait();
}
