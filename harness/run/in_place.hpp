#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/level.hpp"
#include "model/observation.hpp"

namespace harness {

/// Runs a program in the caller's own session, with its descriptors 0 to 2, folder and environment, and
/// watches it until it and all that it made have ended.
/// @param program  What is executed; argv[0] may say something else.
/// @throws CannotJudge where no shim can be started or the wanted level is not to be had.
Observation run_in_place(const std::filesystem::path& shim, const std::filesystem::path& program,
                         const std::vector<std::string>& argv, std::optional<Level> level);

}  // namespace harness
