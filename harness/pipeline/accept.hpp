#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/run.hpp"

namespace harness {

/// A golden as it is and as the runs would have it.
struct Renewal {
  Scenario scenario;
  std::string before;  ///< empty where there is none yet
  std::string after;
  std::string
      refused;  ///< why it is not renewed: a run timed out, broke, raced, or two runs in a row differed
};

/// Runs what the request selects twice and derives the goldens that would make it pass, keeping the patterns
/// of the old ones where they still match. Goldens that pass already are left out. Nothing is written.
/// @throws UsageError, CannotJudge as run() does.
std::vector<Renewal> propose_renewals(const RunRequest& request);

}  // namespace harness
