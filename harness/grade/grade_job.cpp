#include "grade/grade_job.hpp"

#include <algorithm>

#include "grade/digest.hpp"
#include "grade/feedback.hpp"
#include "grade/intake.hpp"
#include "grade/item_verdict.hpp"
#include "model/names.hpp"
#include "pipeline/cases.hpp"
#include "pipeline/execution.hpp"
#include "pipeline/implementation.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

constexpr std::string_view not_their_fault =
    "This could not be judged, which is not your fault; tell your instructor.";

const Implementation& implementation_of_submissions() {
  static const Implementation implementation{.name = "submission"};
  return implementation;
}

}  // namespace

// One program: how it comes about, and whether it is there.
struct GradeJob::Built {
  Recipe recipe{};
  bool ready = false;  ///< decided: built, or known not to be
  Judgement judgement{};
};

struct GradeJob::Item {
  bool started = false;
  std::vector<std::optional<CaseResult>> runs{};
};

GradeJob::GradeJob(Submission submission, const GradingFacts& facts, const std::filesystem::path& place)
    : submission_(std::move(submission)), facts_(facts), place_(place, facts.sandboxed) {
  result_.submission = submission_.name;
  result_.sandboxed = facts.sandboxed;
  result_.level = facts.level;
  for (const AssignmentItem& one : facts.assignment->items) {
    ItemResult item;
    item.name = one.name;
    item.title = one.title;
    item.group = one.group;
    item.max_points = points_of(*facts.assignment, one);
    item.visibility = one.visibility;
    item.message = "Not judged yet.";
    result_.items.push_back(std::move(item));
  }
  items_.resize(result_.items.size());
  settle();
}

GradeJob::~GradeJob() {
  place_.remove();
}

const AssignmentItem& GradeJob::item(std::size_t index) const {
  return facts_.assignment->items[index];
}

void GradeJob::settle() {
  settle_score(result_, *facts_.assignment, submission_.submitted);
}

void GradeJob::take_in_submission() {
  const Intake intake = take_in(submission_.path, place_.submission(), facts_.assignment->submission);
  refused_ = intake.refused;
  result_.notes = intake.left_out;
  Digest digest;
  digest.add(facts_.fingerprint);
  digest.add(facts_.sandboxed ? "sandboxed" : "not sandboxed");
  digest.add(intake.digest);
  digest.add(intake.refused.reason);
  if (facts_.assignment->late.due && submission_.submitted)
    digest.add(std::to_string(std::chrono::system_clock::to_time_t(*submission_.submitted)));
  result_.fingerprint = digest.text();
}

std::vector<GradeTask> GradeJob::begin() {
  const BuildPlan& plan = facts_.assignment->build;
  if (refused_.verdict == Verdict::pass) {
    if (const std::string file = missing_file(plan, place_.submission()); !file.empty())
      refused_ = {Verdict::fail, ReasonCode::missing, "the file " + visible(file) + " is missing"};
  }
  if (refused_.verdict == Verdict::pass) {
    put_provided(plan.provided, place_.submission());
    plan_programs();
  }
  std::vector<GradeTask> tasks;
  for (auto& [name, program] : programs_) {
    if (!program.ready && program.recipe.build) tasks.push_back(build_task(name));
  }
  for (GradeTask& task : advance())
    tasks.push_back(std::move(task));
  return tasks;
}

GradeTask GradeJob::build_task(const std::string& program) {
  GradeTask task;
  task.job = this;
  task.builds = true;
  task.program = program;
  task.what = place_.builder(*programs_.at(program).recipe.build, program, facts_.assignment->build.limits);
  return task;
}

GradeTask GradeJob::again(const GradeTask& task) {
  return task.builds ? build_task(task.program) : run_task(task.item, task.run);
}

// Where all is built at once, the program without a name stands for it.
void GradeJob::plan_programs() {
  const Assignment& assignment = *facts_.assignment;
  if (const std::optional<BuildStep> whole = whole_build(assignment.build)) {
    programs_[""].recipe.build = whole;
    return;
  }
  const bool alone = std::all_of(assignment.items.begin(), assignment.items.end(), [&](const auto& one) {
    return one.program == assignment.items.front().program;
  });
  for (const AssignmentItem& one : assignment.items) {
    const auto [known, added] = programs_.try_emplace(one.program);
    if (!added) continue;
    Built& program = known->second;
    program.recipe = recipe_for(assignment.build, one.program, place_.submission(), alone);
    program.ready = !program.recipe.build;
    if (!program.recipe.missing.empty())
      program.judgement = {Verdict::fail, ReasonCode::missing, program.recipe.missing};
  }
}

std::vector<GradeTask> GradeJob::advance() {
  std::vector<GradeTask> tasks;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (items_[i].started || result_.items[i].judged) continue;
    if (!decide_without_running(i)) start_item(i, tasks);
  }
  result_.complete = std::all_of(result_.items.begin(), result_.items.end(),
                                 [](const ItemResult& one) { return one.judged; });
  return tasks;
}

// What needs no run: refused, not built, or standing behind an item that failed.
bool GradeJob::decide_without_running(std::size_t index) {
  const auto because = [&](const Judgement& judgement) {
    const bool ours = judgement.verdict == Verdict::broken;
    decide(index, judgement, ours ? std::string(not_their_fault) : visible(judgement.reason) + ".");
    return true;
  };
  if (refused_.verdict != Verdict::pass) return because(refused_);
  for (const std::string& other : item(index).after) {
    const auto before = std::find_if(result_.items.begin(), result_.items.end(),
                                     [&](const ItemResult& one) { return one.name == other; });
    if (before->judged && before->verdict != Verdict::pass)
      return because(
          {Verdict::skip, std::nullopt, "not judged: '" + before->title + "' has to be right first"});
  }
  const auto whole = programs_.find("");
  const auto own = programs_.find(item(index).program);
  const Built& program = whole != programs_.end() ? whole->second : own->second;
  if (!program.ready || program.judgement.verdict == Verdict::pass) return false;
  return because(program.judgement);
}

void GradeJob::start_item(std::size_t index, std::vector<GradeTask>& tasks) {
  const std::vector<std::string>& after = item(index).after;
  const bool waits = std::any_of(after.begin(), after.end(), [&](const std::string& other) {
    return std::any_of(result_.items.begin(), result_.items.end(),
                       [&](const ItemResult& one) { return one.name == other && !one.judged; });
  });
  const auto whole = programs_.find("");
  const bool all_at_once = whole != programs_.end();
  const Built& program = all_at_once ? whole->second : programs_.at(item(index).program);
  if (waits || !program.ready) return;
  const Recipe recipe =
      all_at_once ? recipe_for(facts_.assignment->build, item(index).program, place_.submission(), false)
                  : program.recipe;
  if (!place_.has(recipe, all_at_once ? "" : item(index).program)) {
    const std::string why = "the program " + visible(item(index).program) + " is missing, or is no program";
    return decide(index, {Verdict::fail, ReasonCode::missing, why}, why + ".");
  }
  items_[index].started = true;
  items_[index].runs.resize(runs_of(index));
  for (std::size_t run = 0; run < items_[index].runs.size(); ++run)
    tasks.push_back(run_task(index, run));
}

std::size_t GradeJob::runs_of(std::size_t index) const {
  return item(index).start_methods.size() * item(index).stdio.size() *
         static_cast<std::size_t>(item(index).repeat);
}

// Runs are counted with the repetition first, then the mode, then the start method.
Case GradeJob::case_of(std::size_t index, std::size_t run) const {
  const AssignmentItem& one = item(index);
  const auto repeat = static_cast<std::size_t>(one.repeat);
  Case c;
  c.scenario = &facts_.scenarios[index];
  c.repetition = static_cast<int>(run % repeat) + 1;
  c.conditions.implementation = implementation_of_submissions().name;
  c.conditions.platform = platform_name();
  c.conditions.stdio = one.stdio[run / repeat % one.stdio.size()];
  c.conditions.start_method = one.start_methods[run / repeat / one.stdio.size()];
  return c;
}

GradeTask GradeJob::run_task(std::size_t index, std::size_t run) {
  const AssignmentItem& one = item(index);
  const bool all_at_once = programs_.contains("");
  const std::string of = all_at_once ? "" : one.program;
  const Recipe recipe = all_at_once
                            ? recipe_for(facts_.assignment->build, one.program, place_.submission(), false)
                            : programs_.at(one.program).recipe;
  PlannedCase planned;
  planned.implementation = &implementation_of_submissions();
  planned.planned = case_of(index, run);
  planned.planned.argv = place_.command(recipe, of);
  planned.planned.argv.insert(planned.planned.argv.end(), one.args.begin(), one.args.end());
  RunSettings settings = facts_.settings;
  settings.time_limit = one.limits.wall;
  GradeTask task;
  task.job = this;
  task.item = index;
  task.run = run;
  task.what = program_of(planned, facts_.goldens[index], settings);
  task.what.kind = "grade " + one.name;
  Limits limits = one.limits;
  limits.wall = std::chrono::ceil<std::chrono::milliseconds>(task.what.settings.time_limit);
  place_.confine(task.what, of, limits, facts_.hidden);
  return task;
}

std::vector<GradeTask> GradeJob::ended(const GradeTask& task, Outcome outcome) {
  result_.wall_ms += outcome.seen.wall_ms;
  if (task.builds) {
    built(task.program, std::move(outcome));
  } else {
    PlannedCase planned;
    planned.implementation = &implementation_of_submissions();
    planned.planned = case_of(task.item, task.run);
    Item& one = items_[task.item];
    one.runs[task.run] = judged(planned, facts_.goldens[task.item], std::move(outcome));
    if (std::all_of(one.runs.begin(), one.runs.end(), [](const auto& run) { return run.has_value(); }))
      decide_by_runs(task.item);
  }
  std::vector<GradeTask> next = advance();
  settle();
  return next;
}

void GradeJob::built(const std::string& name, Outcome outcome) {
  Built& program = programs_.at(name);
  program.ready = true;
  if (!outcome.trouble.empty()) {
    program.judgement = {Verdict::broken, ReasonCode::cannot_start, "cannot build: " + outcome.trouble};
    result_.troubles.push_back(visible(program.judgement.reason));
    return;
  }
  program.judgement = build_judgement(outcome.seen, name);
  if (program.judgement.verdict == Verdict::broken)
    result_.troubles.push_back(visible(program.judgement.reason));
  if (program.judgement.verdict == Verdict::pass && !place_.keep(*program.recipe.build, name, outcome.files))
    program.judgement = {Verdict::fail, ReasonCode::build_error, "building made no program " + visible(name)};
  if (program.judgement.verdict != Verdict::pass)
    result_.build_log += place_.without_host_paths(build_log(outcome.seen));
}

void GradeJob::decide(std::size_t index, const Judgement& judgement, const std::string& message) {
  ItemResult& one = result_.items[index];
  one.judged = true;
  one.verdict = judgement.verdict;
  one.code = judgement.code;
  one.message = place_.without_host_paths(message);
  if (!one.message.empty() && one.message.front() >= 'a' && one.message.front() <= 'z')
    one.message.front() = static_cast<char>(one.message.front() - 'a' + 'A');
  one.points = judgement.verdict == Verdict::pass ? one.max_points : 0;
  if (judgement.verdict == Verdict::pass) return;
  for (const Hint& hint : item(index).hints) {
    if (!hint.when || hint.when == judgement.code) one.hints.push_back(hint.text);
  }
}

void GradeJob::decide_by_runs(std::size_t index) {
  std::vector<CaseResult> runs;
  for (std::optional<CaseResult>& run : items_[index].runs)
    runs.push_back(*std::move(run));
  items_[index].runs.clear();
  const ItemVerdict verdict =
      verdict_on_item(item(index), runs, facts_.goldens[index], facts_.assignment->flaky);
  decide(index, verdict.judgement, verdict.message);
  ItemResult& one = result_.items[index];
  if (verdict.counts) one.points = one.max_points;
  one.evidence = place_.without_host_paths(verdict.evidence);
  one.drawing = place_.without_host_paths(verdict.drawing);
  one.runs = static_cast<int>(runs.size());
  for (const CaseResult& run : runs) {
    one.wall_ms += run.seen.wall_ms;
    if (run.judgement.verdict == Verdict::broken)
      result_.troubles.push_back(visible(one.name + ": " + run.judgement.reason));
    note_not_checked(run);
  }
}

// A pass that was not looked at closely must not look like one that was.
void GradeJob::note_not_checked(const CaseResult& run) {
  if (run.comparison.not_checked.empty()) return;
  const std::string note = run.judged.scenario->name + ": " +
                           std::to_string(run.comparison.not_checked.size()) +
                           " facts not checked at level " + std::string(to_string(run.seen.level));
  if (std::find(result_.notes.begin(), result_.notes.end(), note) == result_.notes.end())
    result_.notes.push_back(note);
}

}  // namespace harness
