#pragma once

#include <span>
#include <vector>

#include "model/case.hpp"
#include "pipeline/implementation.hpp"
#include "pipeline/run.hpp"

namespace harness {

/// One case with what is needed to run it.
struct PlannedCase {
  Case planned;
  const Implementation* implementation = nullptr;
  std::string missing;  ///< why it has no program; empty: it has one
};

/// Every variant of the scenarios that the request asks for: implementation × start method × stdio mode, each
/// as its first repetition. What cannot run here is a case with its skip_reason, so that it is not passed
/// over in silence.
std::vector<PlannedCase> plan_cases(const RunRequest& request, std::span<const Scenario> scenarios,
                                    std::span<const Implementation> implementations);

/// Repetition `number` of the case of which `first` is repetition 1.
PlannedCase repeated(const PlannedCase& first, int number);

/// The words that goldens and scenarios use for this platform.
std::string platform_name();

}  // namespace harness
