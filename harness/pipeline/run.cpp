#include "pipeline/run.hpp"

#include <chrono>

#include "model/names.hpp"
#include "pipeline/cases.hpp"
#include "pipeline/execution.hpp"
#include "pipeline/facilities.hpp"
#include "pipeline/goldens.hpp"
#include "pipeline/implementation.hpp"
#include "pipeline/known_failures.hpp"
#include "pipeline/repetitions.hpp"

namespace harness {
namespace {

// Repetition after repetition, until something goes wrong. @return false when it was asked to stop.
bool execute_until_fail(Runner& runner, const RunRequest& request, std::span<const PlannedCase> cases,
                        Goldens& goldens, const std::vector<KnownFailure>& known, Repetitions& results) {
  for (int repetition = 1; repetition <= request.repeat && !results.something_went_wrong(); ++repetition) {
    const RepetitionRange round{repetition, repetition};
    if (!execute(runner, cases, round, goldens, known, request.settings, results,
                 Runner::Afterwards::keep_shims))
      return false;
  }
  return true;
}

void refuse_to_shake_below_trace(const RunRequest& request, Runner& runner) {
  if (request.settings.shake == 0 || runner.level() == Level::trace) return;
  throw CannotJudge("processes can be shaken at level trace only, and this is level " +
                    std::string(to_string(runner.level())) + ": " + runner.level_reason());
}

double ms_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

std::vector<Scenario> scenarios_of(const RunRequest& request) {
  return select(discover(request.paths), request.filters);
}

Summary run(const RunRequest& request, RunListener& listener) {
  const auto begin = std::chrono::steady_clock::now();
  const std::vector<Scenario> scenarios = scenarios_of(request);
  std::vector<Implementation> implementations = implementations_of(request);
  const std::vector<KnownFailure> known = read_known_failures(request.paths.expected / "known_failures.txt");
  Goldens goldens;
  Runner runner = make_runner(request.jobs, request.settings);
  find_lacking(runner, scenarios, goldens, implementations);
  const std::vector<PlannedCase> planned = plan_cases(request, scenarios, implementations);
  std::vector<Case> cases;
  for (const PlannedCase& one : planned)
    cases.push_back(one.planned);
  refuse_to_shake_below_trace(request, runner);

  Repetitions repetitions(listener, request.repeat);
  repetitions.started({&cases, runner.level(), runner.level_reason(), runner.jobs(), request.repeat});
  const bool completed = request.until_fail
                             ? execute_until_fail(runner, request, planned, goldens, known, repetitions)
                             : execute(runner, planned, {1, request.repeat}, goldens, known, request.settings,
                                       repetitions, Runner::Afterwards::end_shims);
  repetitions.settle();
  Summary summary = repetitions.summary();
  summary.interrupted = !completed;
  summary.wall_ms = ms_since(begin);
  repetitions.ended(summary);
  return summary;
}

}  // namespace harness
