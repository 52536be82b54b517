#pragma once

#include <functional>
#include <vector>

#include "grade/grade.hpp"
#include "grade/slurm.hpp"
#include "model/suite_revision.hpp"
#include "pipeline/accept.hpp"
#include "pipeline/check.hpp"
#include "pipeline/doctor.hpp"
#include "pipeline/run.hpp"
#include "pipeline/watch.hpp"

namespace harness {

/// What runs programs and looks at the host for the commands; each entry is the function of its name, or what
/// a test puts in its place.
struct Machinery {
  std::function<Summary(const RunRequest&, RunListener&)> run;
  std::function<CheckResult(const CheckRequest&)> check;
  std::function<std::vector<Renewal>(const RunRequest&)> propose_renewals;
  std::function<std::vector<Renewal>(const RunRequest&, const std::vector<const CaseResult*>&)> renewals_from;
  std::function<Observation(const WatchRequest&)> watch;
  std::function<GradeSummary(const GradeRequest&, GradeListener&)> grade;
  std::function<void(const SlurmRequest&, const std::vector<Submission>&, const ShardPlan&, const Assignment&,
                     GradeListener&)>
      grade_on_slurm;
  std::function<std::vector<HostFact>()> examine;
  std::function<SuiteRevision(const RunRequest&)> revision_of;
  void (*request_stop)() noexcept = nullptr;  ///< async-signal-safe
};

/// That of this program.
const Machinery& own_machinery();

}  // namespace harness
