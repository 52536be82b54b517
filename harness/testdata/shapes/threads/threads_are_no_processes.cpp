// Threads: none of them is a process.
//
// Start methods: none
#include <thread>

#include "support/plain.hpp"

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([] {});
  for (std::thread& thread : threads)
    thread.join();
  return 1;
}
