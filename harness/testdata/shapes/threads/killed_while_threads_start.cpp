// The same, but killed.
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
    const plain::Gate running;
    const pid_t child = plain::fork_child([&] {
      std::thread([&] { make_threads(running); }).detach();
      make_threads(running);
    });
    running.wait();
    running.wait();
    plain::must(::kill(child, SIGKILL), "kill");
    plain::reap(child);
  }
}
