#pragma once

#include <vector>

#include "windows/options.hpp"
#include "windows/process.hpp"

namespace harness::windows {

/// What was seen of a run.
struct Observation {
  std::vector<Process> processes;  ///< the root first, in order of creation
  bool timed_out = false;
  double wall_ms = 0;
};

/// What ends processes that have to end: CPython's and the library's number, which reads as SIGTERM.
inline constexpr DWORD terminated_status = 0x10000;

/// Runs the program until it and everything it has started have ended or are killed, and passes its output to
/// the standard streams.
/// @throws  std::system_error
Observation run(const Options& options);

/// The status that the launcher itself ends with.
DWORD status_of(const Observation& seen, bool for_unix);

}  // namespace harness::windows
