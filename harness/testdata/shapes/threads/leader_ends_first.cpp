// The first thread ends before the others: the process goes on, and has children.
//
// Start methods: none
#include <pthread.h>

#include <thread>

#include "support/plain.hpp"

namespace {

// The state of the first thread as /proc shows it: Z when it has ended before the others.
bool leader_has_ended() {
  std::array<char, 512> text{};
  const int stat = plain::must(::open("/proc/self/stat", O_RDONLY | O_CLOEXEC), "open");
  plain::must(::read(stat, text.data(), text.size() - 1), "read");
  ::close(stat);
  const char* behind_name = std::strrchr(text.data(), ')');
  return behind_name != nullptr && behind_name[2] == 'Z';
}

}  // namespace

int main() {
  std::thread([] {
    while (!leader_has_ended())
      ::sched_yield();
    plain::reap(plain::fork_child([] { return 4; }));
    const plain::Life own;
    plain::fork_child([&] {
      own.await_end();
      return 5;
    });
    std::exit(3);
  }).detach();
  ::pthread_exit(nullptr);
}
