#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "run/contention.hpp"
#include "support/unique_fd.hpp"

namespace harness {

int runnable_tasks() {
  static const UniqueFd file(::open("/proc/loadavg", O_RDONLY | O_CLOEXEC));
  std::array<char, 128> text{};
  if (!file || ::pread(file.get(), text.data(), text.size() - 1, 0) <= 0) return 0;
  std::string_view averages(text.data());  // "0.20 0.18 0.12 1/80 11206": the fourth
  for (int before = 0; before < 3; ++before)
    averages.remove_prefix(std::min(averages.find(' '), averages.size() - 1) + 1);
  int runnable = 0;
  std::from_chars(averages.data(), averages.data() + averages.size(), runnable);
  return runnable;
}

}  // namespace harness
