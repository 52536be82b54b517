#pragma once

#include <filesystem>

namespace harness {

/// Writes an autograder for Gradescope: a zip with setup.sh, run_autograder, the assignment's folder, and
/// this command with its shim. @throws CannotJudge
void write_gradescope_package(const std::filesystem::path& assignment, const std::filesystem::path& zip);

}  // namespace harness
