#pragma once

#include <filesystem>

#include "grade/intake_folder.hpp"

namespace harness {

/// Unpacks a zip, tar or tar.gz; what its members claim to be is not believed but counted.
/// @throws RefusedSubmission for what breaks a bound, leads out, or is no archive; CannotJudge.
void unpack(const std::filesystem::path& archive, IntakeFolder& into);

}  // namespace harness
