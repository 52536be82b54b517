#pragma once

#include <vector>

#include "watch/launcher/options.hpp"
#include "watch/launcher/process.hpp"

namespace harness::launcher {

/// What was seen of a run.
struct Observation {
  std::vector<Process> processes;  ///< the root first, in order of creation
  bool timed_out = false;
  double wall_ms = 0;
  bool is_complete = true;  ///< no process can have been missed
};

/// Runs the program until it and everything it has started have ended or are killed. What it writes reaches
/// the standard streams.
/// @throws  std::system_error
Observation run(const Options& options);

/// The status that the launcher itself ends with.
Status status_of(const Observation& seen, bool for_unix);

}  // namespace harness::launcher
