// Four threads that fork and wait at the same time.
//
// Start methods: none
#include <thread>

#include "support/plain.hpp"

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int round = 0; round < 10; ++round)
        plain::reap(plain::fork_child([] { return 1; }));
    });
  }
  for (std::thread& thread : threads)
    thread.join();
}
