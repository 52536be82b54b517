#include "pipeline/accept.hpp"

#include <map>
#include <utility>

#include "match/compare.hpp"
#include "match/renew.hpp"
#include "match/tree_text.hpp"
#include "match/widened.hpp"
#include "pipeline/cases.hpp"
#include "pipeline/execution.hpp"
#include "pipeline/facilities.hpp"
#include "pipeline/goldens.hpp"
#include "pipeline/implementation.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using Seen = std::vector<std::pair<Conditions, Observation>>;

// The runs of one scenario, each made twice.
struct Runs {
  Seen first;
  Seen second;
  std::string refused;
};

Judgement without_golden(const Observation& seen) {
  const Comparison nothing;
  if (seen.start_failure) return {Verdict::broken, ReasonCode::cannot_start, "it could not be started"};
  if (seen.stopped == Stopped::time_limit)
    return {Verdict::timeout, ReasonCode::timeout, "it did not end in time"};
  if (seen.stopped != Stopped::by_itself) return {Verdict::broken, std::nullopt, "it was stopped"};
  for (const Process& process : seen.processes) {
    if (process.fate == Fate::leaked)
      return {Verdict::fail, ReasonCode::leaked_process, "it left a process behind"};
  }
  return {};
}

bool same(const Golden& golden_of_first, const Observation& second, const Conditions& conditions) {
  return compare(second, golden_of_first, conditions).differences.empty();
}

std::string why_refused(const Runs& runs, const std::string& text, const std::filesystem::path& path) {
  if (!runs.refused.empty()) return runs.refused;
  const Golden golden = parse_golden(text, path);
  for (const auto& [conditions, seen] : runs.second) {
    if (!same(golden, seen, conditions)) return "two runs in a row differed";
    const Comparison comparison = compare(seen, golden, conditions);
    if (!comparison.close_races.empty()) return "a close race decided it: " + comparison.close_races.front();
  }
  return {};
}

void add(Runs& runs, const Case& c, Outcome outcome) {
  const Judgement judgement = without_golden(outcome.seen);
  if (!outcome.trouble.empty()) runs.refused = outcome.trouble;
  if (judgement.verdict != Verdict::pass) runs.refused = judgement.reason;
  Seen& seen = c.repetition == 1 ? runs.first : runs.second;
  seen.emplace_back(c.conditions, std::move(outcome.seen));
}

void add_recorded(Runs& runs, const CaseResult& result) {
  const Judgement judgement = without_golden(result.seen);
  if (judgement.verdict != Verdict::pass) runs.refused = judgement.reason;
  if (result.seen.processes.empty())
    runs.refused = "a recorded run could not be made: " + result.judgement.reason;
  runs.first.emplace_back(result.judged.conditions, result.seen);
  runs.second.emplace_back(result.judged.conditions,
                           result.seen);  // what was seen passes, and shows close races
}

std::vector<Conditions> conditions_of(const Seen& runs) {
  std::vector<Conditions> all;
  for (const auto& [conditions, seen] : runs)
    all.push_back(conditions);
  return all;
}

std::vector<PlannedCase> runnable_cases(const RunRequest& request, std::span<const Scenario> scenarios,
                                        std::span<const Implementation> implementations, Goldens& goldens) {
  std::vector<PlannedCase> cases;
  for (const PlannedCase& planned : plan_cases(request, scenarios, implementations)) {
    const Case& c = planned.planned;
    if (c.argv.empty() || !run_options(goldens.load(c.scenario->golden)->golden, c.conditions).skip.empty())
      continue;
    cases.push_back(planned);
    cases.push_back(repeated(planned, 2));
  }
  return cases;
}

std::map<const Scenario*, Runs> run_twice(Runner& runner, const RunSettings& settings,
                                          std::span<const PlannedCase> cases, Goldens& goldens) {
  std::map<const Scenario*, Runs> all;
  std::vector<ProgramRun> programs;
  for (const PlannedCase& planned : cases) {
    Program program = program_of(planned, goldens.load(planned.planned.scenario->golden)->golden, settings);
    // What the new golden will declare is not known yet: every survivor may use the time limit.
    program.declared_survivors = std::numeric_limits<int>::max();
    Runs& runs = all[planned.planned.scenario];
    programs.push_back({std::move(program), [&runs, &planned](Outcome outcome) {
                          add(runs, planned.planned, std::move(outcome));
                        }});
  }
  if (!runner.run_all(std::move(programs)))
    throw CannotJudge("the runs were interrupted; nothing was renewed");
  return all;
}

std::optional<Renewal> propose(const Scenario& scenario, const Runs& runs, const LoadedGolden& old) {
  Renewal renewal{scenario, {}, {}, {}, {}};
  if (!old.missing) renewal.before = read_file(scenario.golden);
  if (!old.missing && !old.error.empty()) {
    renewal.refused = old.error;
    return renewal;
  }
  try {
    renewal.after = renew(old.golden, runs.first);
    if (renewal.after == renewal.before) return std::nullopt;
    renewal.refused = why_refused(runs, renewal.after, scenario.golden);
  } catch (const CannotJudge& error) {
    renewal.refused = error.what();
  }
  return renewal;
}

}  // namespace

std::vector<Renewal> propose_renewals(const RunRequest& request) {
  const std::vector<Scenario> scenarios = scenarios_of(request);
  std::vector<Implementation> implementations = implementations_of(request);
  Runner runner = make_runner(request.jobs, request.settings);
  Goldens goldens;
  find_lacking(runner, scenarios, goldens, implementations);
  const std::vector<PlannedCase> cases = runnable_cases(request, scenarios, implementations, goldens);
  const std::map<const Scenario*, Runs> runs = run_twice(runner, request.settings, cases, goldens);
  std::vector<Renewal> renewals;
  for (const Scenario& scenario : scenarios) {
    const auto found = runs.find(&scenario);
    if (found == runs.end()) continue;
    if (std::optional<Renewal> renewal = propose(scenario, found->second, *goldens.load(scenario.golden))) {
      renewals.push_back(*std::move(renewal));
    }
  }
  return renewals;
}

std::vector<Renewal> renewals_from(const RunRequest& request,
                                   const std::vector<const CaseResult*>& recorded) {
  const std::vector<Scenario> scenarios = scenarios_of(request);
  std::map<std::string, Runs> runs;
  for (const CaseResult* result : recorded) {
    if (result->judgement.verdict == Verdict::skip) continue;
    Runs& of_scenario = runs[result->judged.scenario->name];
    add_recorded(of_scenario, *result);
  }
  Goldens goldens;
  std::vector<Renewal> renewals;
  bool any = false;
  for (const Scenario& scenario : scenarios) {
    const auto found = runs.find(scenario.name);
    if (found == runs.end()) continue;
    any = true;
    const std::shared_ptr<const LoadedGolden> golden = goldens.load(scenario.golden);
    if (std::optional<Renewal> renewal = propose(scenario, found->second, *golden)) {
      if (renewal->refused.empty()) {
        renewal->widened = widened(golden->golden, parse_golden(renewal->after, scenario.golden),
                                   conditions_of(found->second.first));
      }
      renewals.push_back(*std::move(renewal));
    }
  }
  if (!any) throw UsageError("accept: the records have no run of a scenario that is asked for");
  return renewals;
}

}  // namespace harness
