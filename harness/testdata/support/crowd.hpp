// Children that are all alive at once, then all dead.
#pragma once

#include "support/plain.hpp"

inline int crowd(int size) {
  std::array<int, 2> barrier{};
  plain::must(::pipe2(barrier.data(), O_CLOEXEC), "pipe2");
  for (int i = 0; i < size; ++i) {
    plain::fork_child([&] {
      ::close(barrier[1]);
      char byte = 0;
      plain::must(::read(barrier[0], &byte, 1), "read");
      return 1;
    });
  }
  ::close(barrier[1]);
  int reaped = 0;
  while (::wait(nullptr) > 0)
    ++reaped;
  plain::say("reaped: %d\n", reaped);
  return 0;
}
