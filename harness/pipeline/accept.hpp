#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/case.hpp"
#include "pipeline/run.hpp"

namespace harness {

/// A golden as it is and as the runs would have it.
struct Renewal {
  Scenario scenario;
  std::string before;  ///< empty where there is none yet
  std::string after;
  std::string
      refused;  ///< why it is not renewed: a run timed out, broke, raced, or two runs in a row differed
  std::vector<std::string>
      widened;  ///< under what else, that no run tells of, something else is expected too
};

/// Runs what the request selects twice and derives the goldens that would make it pass, keeping the patterns
/// of the old ones where they still match. Goldens that pass already are left out. Nothing is written.
/// @throws UsageError, CannotJudge as run() does.
std::vector<Renewal> propose_renewals(const RunRequest& request);

/// The same from runs that were made before, on several platforms: the fewest sections with conditions that
/// make all of them pass. Runs of scenarios that the request does not select, or that were skipped, are
/// passed over. A golden is refused for a run that timed out, broke or was decided by a close race.
/// @throws UsageError where no run is of a scenario that the request selects.
std::vector<Renewal> renewals_from(const RunRequest& request, const std::vector<const CaseResult*>& recorded);

}  // namespace harness
