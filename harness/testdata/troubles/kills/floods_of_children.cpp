// A tree of processes in which each makes more, left behind.
//
// Two hundred at most, so that it does no harm where nothing holds it.
//
// Start methods: none
#include "support/plain.hpp"

int main() {
  const pid_t program = ::getpid();
  std::array<int, 2> tickets{};
  plain::must(::pipe2(tickets.data(), O_CLOEXEC), "pipe2");
  const std::vector<char> all(200);
  plain::must(::write(tickets[1], all.data(), all.size()), "write");
  ::close(tickets[1]);
  char ticket = 0;
  while (::read(tickets[0], &ticket, 1) == 1) {
    if (::fork() < 0) break;
  }
  if (::getpid() != program) plain::wait_to_be_killed();
}
