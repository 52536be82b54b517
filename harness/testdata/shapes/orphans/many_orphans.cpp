// A hundred orphans at once.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Life program;
  for (int i = 0; i < 100; ++i) {
    plain::fork_child([&] {
      program.await_end();
      return i % 2;
    });
  }
}
