// A process that ends while its threads make more threads: none of them is a process.
//
// Start methods: none
#include <thread>

#include "support/plain.hpp"

namespace {

void make_threads(const plain::Gate& running) {
  std::thread([] {}).detach();
  running.open();
  while (true)
    std::thread([] {}).detach();
}

}  // namespace

int main() {
  for (int round = 0; round < 10; ++round) {
    plain::reap(plain::fork_child([] {
      const plain::Gate running;
      for (int i = 0; i < 3; ++i)
        std::thread([&] { make_threads(running); }).detach();
      for (int i = 0; i < 3; ++i)
        running.wait();
      ::_exit(3);
    }));
  }
}
