// A fork by a thread that has ended when its child does: the child belongs to the process.
//
// Start methods: none
#include <thread>

#include "support/plain.hpp"

int main() {
  const plain::Gate go;
  pid_t child = 0;
  std::thread([&] {
    child = plain::fork_child([&] {
      go.wait();
      return 4;
    });
  }).join();
  go.open();
  plain::say("%d\n", WEXITSTATUS(plain::reap(child)));
}
