#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "pipeline/run.hpp"

namespace harness {

/// The words of the command line that say what is run: shared by the commands that run scenarios.
struct RequestWords {
  std::vector<std::string> filters;
  std::vector<std::string> implementations;
  std::vector<std::string> pythons;
  std::vector<std::string> start_methods;
  std::vector<std::string> stdio;
  std::optional<std::string> jobs;
  std::optional<std::string> time_scale;
  std::optional<std::string> timeout;
  std::optional<std::string> observe;
  bool attribute = false;
  std::optional<std::string> platform;
  std::optional<std::string> through;
  std::optional<std::string> scenarios;
  std::optional<std::string> expected;
  std::optional<std::string> programs;
};

void declare_filters(Options& options, RequestWords& words);
void declare_suite(Options& options, RequestWords& words);
void declare_run(Options& options, RequestWords& words);

SuitePaths paths_of(const RequestWords& words);

/// @throws UsageError for a value that makes no sense, naming its option.
RunRequest request_of(const RequestWords& words);

}  // namespace harness
