#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grade/assignment.hpp"

namespace harness {

/// A command that builds, in a working folder that begins as a copy of the submission.
struct BuildStep {
  std::vector<std::string> argv{};
  std::string makes{};  ///< the file that is kept; empty: all that it leaves
  bool operator==(const BuildStep&) const = default;
};

/// How one program of a submission is built and run.
struct Recipe {
  std::optional<BuildStep> build{};        ///< nothing: it runs as it was handed in, or all is built at once
  std::vector<std::string> interpreter{};  ///< in front of the file; empty: it is a program
  std::string file{};                      ///< relative to what was built, or to the submission
  bool is_built = false;                   ///< whether `file` is something built
  std::string missing{};                   ///< why there is no such program; empty: there is
  bool operator==(const Recipe&) const = default;
};

/// The command that builds all programs of a submission at once (make, CMake), or nothing.
std::optional<BuildStep> whole_build(const BuildPlan& plan);

/// How `program` comes out of the submission that lies in `folder`.
/// @param alone  It is the assignment's only program, so a submission of one source file is meant to be it,
/// whatever it is called.
Recipe recipe_for(const BuildPlan& plan, const std::string& program, const std::filesystem::path& folder,
                  bool alone);

/// The first file that the plan requires and the folder does not hold; empty where there is none.
std::string missing_file(const BuildPlan& plan, const std::filesystem::path& folder);

}  // namespace harness
