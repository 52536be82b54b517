#include "pipeline/check.hpp"

#include "pipeline/execution.hpp"
#include "pipeline/goldens.hpp"
#include "pipeline/shim_path.hpp"
#include "run/sandbox.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"
#include "support/find_program.hpp"

namespace harness {
namespace {

bool belongs_to_the_system(const std::filesystem::path& path) {
  return path.string().starts_with("/usr/");
}

// Arguments that name files are shown inside and named as they are there.
SandboxPolicy policy_for(const CheckRequest& request, std::vector<std::string>& argv) {
  SandboxPolicy policy;
  policy.limits = *request.sandbox;
  policy.hidden = {request.golden};
  for (std::string& argument : argv) {
    std::error_code error;
    const std::filesystem::path file = std::filesystem::canonical(argument, error);
    if (error || !std::filesystem::is_regular_file(file) || belongs_to_the_system(file)) continue;
    argument = "/program/" + std::filesystem::path(argument).filename().string();
    policy.visible.push_back({file, argument});
  }
  return policy;
}

void refuse_without_sandbox() {
  const std::string why = why_no_sandbox(sandbox_layers(shim_path()));
  if (!why.empty()) throw CannotJudge("no stranger's program can be run safely here: " + why);
}

}  // namespace

CheckResult check(const CheckRequest& request) {
  CheckResult checked;
  checked.scenario.name = request.golden.stem().string();
  checked.scenario.golden = request.golden;
  const Golden golden = parse_golden(read_file(request.golden), request.golden);
  Implementation implementation;
  implementation.name = request.conditions.implementation;
  if (request.with_helpers) implementation.helper_marks = helper_marks_of(implementation.name);
  PlannedCase planned;
  planned.implementation = &implementation;
  planned.planned.scenario = &checked.scenario;
  planned.planned.conditions = request.conditions;
  std::vector<std::string>& argv = planned.planned.argv;
  argv = request.argv;
  argv.front() = find_program(request.argv.front()).string();
  if (is_for_the_shell(argv.front())) argv.insert(argv.begin(), find_program("sh").string());

  RunSettings settings = request.settings;
  std::optional<SandboxPolicy> sandbox;
  if (request.sandbox) {
    refuse_without_sandbox();
    sandbox = policy_for(request, argv);
    settings.time_limit = request.sandbox->wall;
  }
  Program program = program_of(planned, golden, settings);
  program.sandbox = std::move(sandbox);
  Runner runner = make_runner(1, settings);
  std::optional<Outcome> outcome = runner.run_one(std::move(program));
  if (!outcome) throw CannotJudge("the run was interrupted");
  checked.result = judged(planned, golden, *std::move(outcome));
  return checked;
}

}  // namespace harness
