#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "model/listener.hpp"
#include "model/run_settings.hpp"
#include "suite/suite.hpp"

namespace harness {

/// What `exeunt run` is asked for.
struct RunRequest {
  SuitePaths paths;
  std::vector<std::string> filters;
  /// "reference", "cpython", "pypy", "python:MODULE", "all" (reference and cpython), or a folder
  std::vector<std::string> implementations{"reference"};
  std::vector<std::filesystem::path> pythons;  ///< interpreters for the twins; empty: the one found on $PATH
  std::vector<StartMethod> start_methods;      ///< empty: every one the scenario has
  std::vector<StdioMode> stdio{StdioMode::tty, StdioMode::pipe};
  RunSettings settings;     ///< of each run; a golden may name another time limit, the next repetition shakes
                            ///< by the next seed
  std::optional<int> jobs;  ///< runs at once; nothing: as the machine allows
  int repeat = 1;
  bool until_fail = false;        ///< stop after the repetition in which something went wrong
  std::string platform;           ///< that goldens and scenarios are asked for; empty: this one
  std::filesystem::path through;  ///< what executes the reference's programs: an emulator; empty: the kernel
};

/// The scenarios that a request selects. @throws UsageError where a filter matches nothing.
std::vector<Scenario> scenarios_of(const RunRequest& request);

/// Runs, compares, judges and reports; first that it has started, when it is known what is to be run.
/// @throws UsageError, CannotJudge before the first run; after it everything is a result.
Summary run(const RunRequest& request, RunListener& listener);

}  // namespace harness
