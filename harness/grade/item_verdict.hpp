#pragma once

#include <string>
#include <vector>

#include "grade/assignment.hpp"
#include "match/golden.hpp"
#include "model/case.hpp"

namespace harness {

/// What the runs of one item come to.
struct ItemVerdict {
  Judgement judgement{};
  bool counts = false;    ///< gives its points
  std::string message{};  ///< in words
  std::string evidence{};
  std::string drawing{};  ///< HTML of the run that decided; empty where the feedback does not show it
};

/// Every variant has to pass; runs of one variant that differ make the item flaky. Pure.
ItemVerdict verdict_on_item(const AssignmentItem& item, const std::vector<CaseResult>& runs,
                            const Golden& golden, FlakyPolicy flaky);

}  // namespace harness
