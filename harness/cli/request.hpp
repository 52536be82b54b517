#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "pipeline/run.hpp"

namespace harness {

/// The options that say what is run, shared by the commands that do it. Parsing them fills in what is given.
void declare_filters(Options& options, std::vector<std::string>& filters);
/// The paths are those of the built suite until an option changes them.
void declare_suite(Options& options, SuitePaths& paths);
void declare_run(Options& options, RunRequest& request);

/// @throws UsageError where one option needs another, naming both.
void refuse_contradictions(const RunRequest& request);

}  // namespace harness
