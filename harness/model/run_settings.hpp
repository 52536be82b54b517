#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "model/level.hpp"

namespace harness {

/// What holds for a run, whole from the command line to the shim. What one program alone decides (its
/// arguments, its golden's time limit) changes a copy.
struct RunSettings {
  std::optional<Level> level{};  ///< nothing: the best that works here for the program
  double time_scale = 1.0;       ///< given to the program as EXEUNT_TIME_SCALE; above 0
  /// Of the program and its declared survivors, from exec on.
  std::chrono::microseconds time_limit = std::chrono::seconds(30);
  /// Of undeclared survivors, from the program's end on.
  std::chrono::microseconds grace = std::chrono::milliseconds(700);
  std::uint64_t out_limit = 16U << 20U;  ///< bytes of standard output
  std::uint64_t err_limit = 16U << 20U;  ///< bytes of standard error
  bool attribute = false;                ///< find the writer of each piece of output (level trace only)
  int shake = 0;  ///< seed of delays at fork, exec, wait and exit (level trace only); 0: none
  bool operator==(const RunSettings&) const = default;
};

}  // namespace harness
