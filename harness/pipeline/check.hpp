#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "model/run_settings.hpp"
#include "model/sandbox.hpp"

namespace harness {

/// Any program against one golden file.
struct CheckRequest {
  std::filesystem::path golden;
  std::vector<std::string> argv;  ///< argv[0] is looked up in PATH where it has no '/'
  Conditions conditions;
  bool with_helpers = false;  ///< leave out the helpers of the implementation that the conditions name
  RunSettings settings{};
  /// Run it confined. Of the host it sees the system's programs and libraries, and those of its arguments
  /// that name files, as /program/NAME. Their limit of wall time replaces that of the settings.
  std::optional<Limits> sandbox{};
};

/// Owns the scenario that its result points at.
struct CheckResult {
  Scenario scenario;
  CaseResult result;
};

/// @throws CannotJudge for a bad golden or a program that does not exist.
CheckResult check(const CheckRequest& request);

}  // namespace harness
