#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/level.hpp"
#include "model/observation.hpp"

namespace harness {

using TellSurvivors = std::function<void(const std::vector<Survivor>&)>;

struct InPlaceRequest {
  std::filesystem::path program;  ///< what is executed; argv[0] may say something else
  std::vector<std::string> argv;
  std::optional<Level> level{};
  std::optional<std::chrono::microseconds> time_limit{};  ///< then everything is killed
  std::optional<std::chrono::microseconds> grace{};       ///< how long survivors are waited for
  TellSurvivors tell_survivors{};                         ///< called once, a second after the program's end
};

/// Runs a program in the caller's own session, with its descriptors 0 to 2, folder and environment, and
/// watches it until it and all that it made have ended. After the program's end SIGINT, SIGTERM, SIGHUP or
/// SIGQUIT, or the end of the grace, ends the watching: what still runs then is released.
/// @throws CannotJudge where no shim can be started or the wanted level is not to be had.
Observation run_in_place(const std::filesystem::path& shim, const InPlaceRequest& request);

}  // namespace harness
