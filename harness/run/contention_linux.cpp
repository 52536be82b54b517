#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "run/contention.hpp"
#include "support/unique_fd.hpp"

namespace harness {

int runnable_tasks() {
  static const UniqueFd file(::open("/proc/loadavg", O_RDONLY | O_CLOEXEC));
  std::array<char, 128> text{};
  if (!file || ::pread(file.get(), text.data(), text.size() - 1, 0) <= 0) return 0;
  int runnable = 0;
  return std::sscanf(text.data(), "%*f %*f %*f %d/", &runnable) == 1 ? runnable : 0;
}

}  // namespace harness
