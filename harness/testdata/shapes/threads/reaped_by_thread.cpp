// A child of one thread waited for by another.
//
// Start methods: none
#include <thread>

#include "support/plain.hpp"

int main() {
  pid_t child = 0;
  std::thread([&] { child = plain::fork_child([] { return 4; }); }).join();
  std::thread([&] { plain::reap(child); }).join();
}
