#pragma once

#include <chrono>
#include <functional>
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
  std::optional<std::chrono::milliseconds> time_limit{};  ///< then everything is killed
  std::optional<std::chrono::milliseconds> grace{};  ///< how long what outlives the program is waited for
  /// Called a second after the program's end with those that still run, if any do.
  std::function<void(const std::vector<Survivor>&)> tell_survivors{};
};

/// Runs it and watches until it and every process that it made have ended. Signals that this process gets are
/// passed on, but for those of the terminal, which the program gets itself. After the program's end SIGINT,
/// SIGTERM, SIGHUP and SIGQUIT end the watching, as the end of the grace does; what still runs then is
/// released: Process::still_runs.
/// At level trace, Observation::out and err are what was written to the caller's own output, at most 16 MiB
/// of each, and each piece names its writer; at other levels nothing is known of output.
/// @throws CannotJudge for a program that cannot be found or started, or a level that is not to be had.
Observation watch(const WatchRequest& request);

}  // namespace harness
