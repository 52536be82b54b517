#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "model/scenario.hpp"

namespace harness {

/// Where a suite lies.
struct SuitePaths {
  std::filesystem::path scenarios;  ///< sources: CHAPTER/NAME.cpp and CHAPTER/NAME.py
  std::filesystem::path expected;   ///< goldens: CHAPTER/NAME.golden
  std::filesystem::path programs;   ///< built programs of the reference implementation: CHAPTER/NAME
};

/// Where the suite of this build lies, or the one that was installed with this command.
SuitePaths built_suite();

/// Every scenario below `paths.scenarios`, in order of name. The path is the index.
/// A golden without a program of either kind, or a program without a golden, is a scenario too: judging it
/// says what is missing.
/// @throws CannotJudge where a folder cannot be read.
std::vector<Scenario> discover(const SuitePaths& paths);

/// Those that match any of the filters, in order of name; all where there is no filter. A filter with a
/// wildcard
/// (`exit/*`) matches the whole name; one without matches a whole name or, where no name is equal, any name
/// that contains it. A filter that is a chapter matches the chapter.
/// @throws UsageError for a filter that matches nothing, naming the closest that would.
std::vector<Scenario> select(std::vector<Scenario> scenarios, std::span<const std::string> filters);

}  // namespace harness
