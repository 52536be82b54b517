#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "model/observation.hpp"
#include "model/sandbox.hpp"

namespace harness::watch {

/// How often consumption is looked at, in microseconds.
constexpr std::int64_t consumption_interval_us = 50'000;

/// What all processes of a sandbox use together: what the kernel's limits, which are each process's own,
/// leave open. For process 1 of a sandbox only: everything else in its /proc belongs to the run.
class Consumption {
 public:
  /// @param disk  A folder in the file system that disk_bytes limits.
  Consumption(const Limits& limits, std::string disk) : limits_(limits), disk_(std::move(disk)) {}

  /// Which limit is passed at this moment, if one is.
  std::optional<Stopped> exceeded() const;

 private:
  const Limits& limits_;
  std::string disk_;
};

/// The largest resident set that any process waited for had, in bytes.
std::uint64_t largest_memory_so_far();

/// Whether a signal came to a process because it reached one of these limits (SIGXCPU, SIGXFSZ), and not a
/// lower one of its own making.
std::optional<Stopped> limit_behind_signal(pid_t pid, int signal, const Limits& limits);

}  // namespace harness::watch
