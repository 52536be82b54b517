#include "cli/test_command.hpp"
#include "pipeline/doctor.hpp"
#include "pipeline/revision.hpp"
#include "run/runner.hpp"

namespace harness {

TestPipeline& test_pipeline() {
  static TestPipeline pipeline;
  return pipeline;
}

std::vector<Scenario> scenarios_of(const RunRequest& request) {
  return select(discover(request.paths), request.filters);
}

Summary run(const RunRequest& request, const std::function<RunListener&()>& listener) {
  (void)scenarios_of(request);  // a filter that matches nothing is told before a report is begun
  return test_pipeline().run(request, listener());
}

CheckResult check(const CheckRequest& request) {
  return test_pipeline().check(request);
}

std::vector<Renewal> propose_renewals(const RunRequest& request) {
  return test_pipeline().propose_renewals(request);
}

std::vector<Renewal> renewals_from(const RunRequest& request,
                                   const std::vector<const CaseResult*>& recorded) {
  return test_pipeline().renewals_from(request, recorded);
}

Observation watch(const WatchRequest& request) {
  return test_pipeline().watch(request);
}

GradeSummary grade(const GradeRequest& request, GradeListener& listener) {
  return test_pipeline().grade(request, listener);
}

void grade_on_slurm(const SlurmRequest& request, const std::vector<Submission>& /*submissions*/,
                    const ShardPlan& plan, const Assignment& /*assignment*/, GradeListener& /*listener*/) {
  test_pipeline().grade_on_slurm(request, plan);
}

std::vector<HostFact> examine() {
  return {{"see", true, "by looking", ""}, {"fly", false, "no wings", "grow some"}};
}

SuiteRevision revision_of(const RunRequest&) {
  return {"12ab", false, "x86_64"};
}

void request_stop() noexcept {
  ++test_pipeline().stops;
}

}  // namespace harness
