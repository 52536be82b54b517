#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "model/case.hpp"
#include "pipeline/cases.hpp"
#include "pipeline/goldens.hpp"
#include "pipeline/known_failures.hpp"
#include "run/runner.hpp"

namespace harness {

/// The runner that these settings need. @param jobs  Runs at once; nothing: as this host allows.
Runner make_runner(std::optional<int> jobs, const RunSettings& settings);

/// The program of a case, as its golden says it is to be run.
Program program_of(const PlannedCase& planned, const Golden& golden, const RunSettings& settings);

/// What was seen of a case, and the verdict.
CaseResult judged(const PlannedCase& planned, const Golden& golden, Outcome outcome);

/// Repetitions of a case, from 1, both included.
struct RepetitionRange {
  int first = 1;
  int last = 1;
};

/// Runs these repetitions of every case that can be run, and judges all, telling of each when it starts and
/// when it is done. What a run takes of memory it takes from its start to its end.
/// @return false when it was asked to stop before the last was done.
bool execute(Runner& runner, std::span<const PlannedCase> cases, RepetitionRange repetitions,
             Goldens& goldens, const std::vector<KnownFailure>& known, const RunSettings& settings,
             RunListener& listener, Runner::Afterwards afterwards);

}  // namespace harness
