// A process that left its session and its output is left behind.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const plain::Gate has_left;
  plain::reap(plain::fork_child([&] {
    plain::must(::setsid(), "setsid");
    plain::fork_child([&] {
      plain::must(::setsid(), "setsid");
      for (int fd = 0; fd < 3; ++fd)
        ::close(fd);
      has_left.open();
      plain::wait_to_be_killed();
    });
  }));
  has_left.wait();
}
