#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "model/level.hpp"
#include "model/listener.hpp"
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
  std::optional<int> jobs;                       ///< runs at once; nothing: as the machine allows
  double time_scale = 1.0;                       ///< given to the programs as EXEUNT_TIME_SCALE
  std::chrono::milliseconds time_limit{30'000};  ///< of one run, where its golden names none
  int repeat = 1;
  bool until_fail = false;        ///< stop after the repetition in which something went wrong
  std::string platform;           ///< that goldens and scenarios are asked for; empty: this one
  std::filesystem::path through;  ///< what executes the reference's programs: an emulator; empty: the kernel
  std::optional<Level> level;     ///< nothing: the best that works here
  bool attribute = false;         ///< tell the writer of each piece of output, at level trace
  int shake = 0;  ///< seed of delays at fork, exec, wait and exit; the next seed for each repetition; 0: none
};

/// The scenarios that a request selects. @throws UsageError where a filter matches nothing.
std::vector<Scenario> scenarios_of(const RunRequest& request);

/// Runs, compares, judges and reports.
/// @param listener  Called once, when it is known what is to be run; what it returns is reported to.
/// @throws UsageError, CannotJudge before the first run; after it everything is a result.
Summary run(const RunRequest& request, const std::function<RunListener&()>& listener);

}  // namespace harness
