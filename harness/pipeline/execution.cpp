#include "pipeline/execution.hpp"

#include <sstream>
#include <utility>

#include "match/compare.hpp"
#include "match/judge.hpp"
#include "model/names.hpp"
#include "pipeline/not_supported.hpp"
#include "pipeline/shim_path.hpp"

namespace harness {
namespace {

std::string number(double value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

// "no subreaper (prctl: Invalid argument): orphans go elsewhere", or the golden's reason alone; empty: it is
// run.
std::string why_skipped(const PlannedCase& planned, const Golden& golden) {
  const RunOptions run = run_options(golden, planned.planned.conditions);
  std::string text;
  for (const std::string& facility : run.skip_lacks) {
    text += (text.empty() ? "no " : ", no ") + facility + " (" +
            planned.implementation->lacking.at(facility) + ")";
  }
  const bool has_both = !text.empty() && !run.skip.empty();
  return text + (has_both ? ": " : "") + run.skip;
}

// A verdict that needs no run, or nothing.
std::optional<Judgement> decided_without_running(const PlannedCase& planned, const LoadedGolden& golden) {
  if (!planned.planned.skip_reason.empty()) {
    return Judgement{Verdict::skip, std::nullopt, planned.planned.skip_reason};
  }
  if (!golden.error.empty()) {
    return Judgement{Verdict::broken, golden.missing ? ReasonCode::missing : ReasonCode::bad_golden,
                     golden.error};
  }
  if (std::string why = why_skipped(planned, golden.golden); !why.empty()) {
    return Judgement{Verdict::skip, std::nullopt, std::move(why)};
  }
  if (!planned.missing.empty()) {
    const bool ours = planned.implementation->name == "reference";
    return Judgement{ours ? Verdict::broken : Verdict::fail, ReasonCode::missing, planned.missing};
  }
  return std::nullopt;
}

}  // namespace

Runner make_runner(std::optional<int> jobs, const RunSettings& settings) {
  return Runner({shim_path(), jobs, settings.level});
}

Program program_of(const PlannedCase& planned, const Golden& golden, const RunSettings& settings) {
  const Case& c = planned.planned;
  const RunOptions run = run_options(golden, c.conditions);
  Program program;
  program.argv = c.argv;
  program.argv.insert(program.argv.end(), run.args.begin(), run.args.end());
  program.env = planned.implementation->environment;
  program.env.insert(program.env.end(), run.env.begin(), run.env.end());
  program.env.push_back("EXEUNT_TIME_SCALE=" + number(settings.time_scale));
  if (c.conditions.start_method) {
    program.env.push_back("EXEUNT_START_METHOD=" + std::string(to_string(*c.conditions.start_method)));
  }
  program.stdio = c.conditions.stdio;
  program.stdin_text = run.stdin_text;
  program.settings = settings;
  if (run.timeout) program.settings.time_limit = *run.timeout;
  program.settings.shake = c.shake;
  program.declared_survivors = declared_survivors(golden, c.conditions);
  program.helper_marks = planned.implementation->helper_marks;
  program.kind = c.conditions.implementation;
  if (c.conditions.start_method) program.kind += to_string(*c.conditions.start_method);
  return program;
}

CaseResult judged(const PlannedCase& planned, const Golden& golden, Outcome outcome) {
  CaseResult result;
  result.judged = planned.planned;
  result.seen = std::move(outcome.seen);
  if (!outcome.trouble.empty()) {
    result.judgement = {Verdict::broken, ReasonCode::cannot_start, outcome.trouble};
  } else {
    if (result.seen.stopped != Stopped::interrupted)
      result.comparison = compare(result.seen, golden, planned.planned.conditions);
    result.judgement = judge(result.seen, result.comparison);
    if (result.judgement.verdict == Verdict::fail && planned.implementation->may_lack_support()) {
      if (std::optional<std::string> reason = why_not_supported(result.seen)) {
        result.judgement = {Verdict::skip, std::nullopt, *std::move(reason)};
        result.comparison = {};
      }
    }
  }
  return result;
}

namespace {

// Cases become programs one after another, each when another one can start.
class Execution {
 public:
  Execution(std::span<const PlannedCase> cases, RepetitionRange repetitions, Goldens& goldens,
            const std::vector<KnownFailure>& known, const RunSettings& settings, RunListener& listener)
      : cases_(cases),
        repetitions_(repetitions),
        goldens_(goldens),
        known_(known),
        settings_(settings),
        listener_(listener),
        repetition_(repetitions.first) {}

  std::optional<ProgramRun> next() {
    while (case_ < cases_.size()) {
      PlannedCase planned = repeated(cases_[case_], repetition_);
      advance();
      std::shared_ptr<const LoadedGolden> golden = goldens_.load(planned.planned.scenario->golden);
      listener_.started_case(planned.planned);
      if (std::optional<Judgement> decided = decided_without_running(planned, *golden)) {
        tell(planned, *std::move(decided));
        continue;
      }
      Program program = program_of(planned, golden->golden, settings_);
      return ProgramRun{std::move(program),
                        [this, planned = std::move(planned), golden = std::move(golden)](Outcome outcome) {
                          finished(planned, golden->golden, std::move(outcome));
                        }};
    }
    return std::nullopt;
  }

 private:
  void advance() {
    if (repetition_++ < repetitions_.last) return;
    repetition_ = repetitions_.first;
    ++case_;
  }

  void tell(const PlannedCase& planned, Judgement decided) {
    CaseResult result;
    result.judged = planned.planned;
    result.judgement = std::move(decided);
    listener_.finished(result);
  }

  void finished(const PlannedCase& planned, const Golden& golden, Outcome outcome) {
    CaseResult result = judged(planned, golden, std::move(outcome));
    result.judgement = with_known_failures(result.judgement, planned.planned, known_);
    listener_.finished(result);
  }

  std::span<const PlannedCase> cases_;
  RepetitionRange repetitions_;
  Goldens& goldens_;
  const std::vector<KnownFailure>& known_;
  const RunSettings& settings_;
  RunListener& listener_;
  std::size_t case_ = 0;  // the next one
  int repetition_;        // and which of it
};

}  // namespace

bool execute(Runner& runner, std::span<const PlannedCase> cases, RepetitionRange repetitions,
             Goldens& goldens, const std::vector<KnownFailure>& known, const RunSettings& settings,
             RunListener& listener, Runner::Afterwards afterwards) {
  Execution execution(cases, repetitions, goldens, known, settings, listener);
  return runner.run_stream([&] { return execution.next(); }, [&] { listener.tick(); }, afterwards);
}

}  // namespace harness
