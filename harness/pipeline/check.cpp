#include "pipeline/check.hpp"

#include "pipeline/execution.hpp"
#include "pipeline/goldens.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/find_program.hpp"

namespace harness {
CheckResult check(const CheckRequest& request) {
  CheckResult checked;
  checked.scenario.name = request.golden.stem().string();
  checked.scenario.golden = request.golden;
  const Golden golden = parse_golden(read_file(request.golden), request.golden);
  Implementation implementation;
  implementation.name = request.conditions.implementation;
  PlannedCase planned;
  planned.implementation = &implementation;
  planned.planned.scenario = &checked.scenario;
  planned.planned.conditions = request.conditions;
  planned.planned.argv = request.argv;
  planned.planned.argv.front() = find_program(request.argv.front()).string();

  const ExecutionOptions options{request.time_scale, request.time_limit, 1, request.level, false};
  Runner runner = make_runner(options);
  const bool completed = runner.run_all(
      {program_of(planned, golden, options)},
      {[](std::size_t) {},
       [&](std::size_t, Outcome outcome) { checked.result = judged(planned, golden, std::move(outcome)); },
       {}});
  if (!completed && checked.result.judged.scenario == nullptr) throw CannotJudge("the run was interrupted");
  return checked;
}

}  // namespace harness
