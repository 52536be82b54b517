#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "model/scenario.hpp"

namespace harness {

/// Something in a suite that its author should mend.
struct Finding {
  std::filesystem::path file;
  int line = 0;       ///< from 1; 0: the file as a whole
  std::string check;  ///< the name of the check, "missing-title"
  std::string text;   ///< what is wrong and what to do
  bool operator==(const Finding&) const = default;
};

/// "scenarios/exit/x.cpp:3: missing-title: …"
std::string to_string(const Finding& finding);

/// Reads the files of the scenarios and of the suite's known failures, and runs every check.
/// @param expected  the folder of goldens, where known_failures.txt lies.
/// @return in order of file and line.
/// @throws CannotJudge for a file that cannot be read.
std::vector<Finding> lint(std::span<const Scenario> scenarios, const std::filesystem::path& expected);

}  // namespace harness
