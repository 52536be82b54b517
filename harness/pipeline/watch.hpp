#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/level.hpp"
#include "model/observation.hpp"

namespace harness {

/// Any program, as installed, with the terminal, folder, environment and session of the caller.
struct WatchRequest {
  std::vector<std::string> argv;  ///< argv[0] is looked up in PATH where it has no '/'
  std::optional<Level> level;     ///< nothing: the best that works here
};

/// Runs it and watches until it and every process that it made have ended. Signals that this process gets are
/// passed on, but for those of the terminal, which the program gets itself.
/// At level trace, Observation::out and err are what was written to the caller's own output, at most 16 MiB
/// of each, and each piece names its writer; at other levels nothing is known of output.
/// @throws CannotJudge for a program that cannot be found or started, or a level that is not to be had.
Observation watch(const WatchRequest& request);

}  // namespace harness
