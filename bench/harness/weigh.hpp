#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace bench {

/// What a command took until it had ended.
struct Weight {
  std::int64_t wall_ns = 0;
  std::int64_t cpu_ns = 0;  ///< its own, and that of all processes it waited for
  long peak_kb = 0;         ///< of the largest of these processes
};

/// Runs a command in `folder`; it reads nothing, and what it prints is dropped.
/// @throws  std::runtime_error  when it does not end with status 0, with the last line that it printed.
Weight weigh(const std::vector<std::string>& command, const std::filesystem::path& folder);

}  // namespace bench
