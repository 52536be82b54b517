#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/case.hpp"

namespace harness {

/// Another run of the same scenario.
struct SiblingRun {
  std::string name;  ///< "cpython 3.11.2, fork, tty"
  std::string href;  ///< from the root of the site
  bool current = false;
};

/// The texts that a scenario consists of; nothing where there is none to read.
struct ScenarioTexts {
  std::optional<std::string> program;
  std::optional<std::string> twin;
  std::optional<std::string> golden;
};

struct RunPageFacts {
  std::string root;  ///< the way from the page to the root of the site: "../../"
  std::string base;  ///< paths are shown relative to it where they lie below
  std::string exeunt;
  std::string started;
};

/// The page of one run: verdict and reason, difference, processes in time, output, expectation, programs.
/// @param result  nothing in the page of a run that was planned and never made.
std::string run_page(const Case& c, const CaseResult* result, const ScenarioTexts& texts,
                     const std::vector<SiblingRun>& siblings, const RunPageFacts& facts);

}  // namespace harness
