
#include <map>

#include "cli/exit_codes.hpp"
#include "cli/file_stream.hpp"
#include "cli/grade_words.hpp"
#include "cli/machinery.hpp"
#include "cli/stop_signals.hpp"
#include "cli/values.hpp"
#include "cli/verbs.hpp"
#include "grade/assignment_file.hpp"
#include "grade/check_assignment.hpp"
#include "grade/grade_board.hpp"
#include "grade/merge_records.hpp"
#include "grade/package.hpp"
#include "grade/shard.hpp"
#include "grade/store.hpp"
#include "report/terminal/marks.hpp"
#include "suite/suite.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"
#include "support/file.hpp"
#include "support/format.hpp"
#include "support/utf8.hpp"

namespace harness {
namespace {

class Both : public GradeListener {
 public:
  Both(GradeListener& first, GradeListener& second) : first_(first), second_(second) {}
  void started(const GradePlan& plan) override {
    first_.started(plan);
    second_.started(plan);
  }
  void started_submission(const std::string& name) override {
    first_.started_submission(name);
    second_.started_submission(name);
  }
  void changed(const SubmissionResult& result) override {
    first_.changed(result);
    second_.changed(result);
  }
  void finished(const SubmissionResult& result, bool reused) override {
    last = result;
    first_.finished(result, reused);
    second_.finished(result, reused);
  }
  void ended(const GradeSummary& summary) override {
    first_.ended(summary);
    second_.ended(summary);
  }
  void tick() override {
    first_.tick();
    second_.tick();
  }

  std::optional<SubmissionResult> last;

 private:
  GradeListener& first_;
  GradeListener& second_;
};

int init(const std::string& folder, Streams& streams) {
  for (const std::filesystem::path& path : write_first_assignment(folder))
    streams.out << "wrote " << path.string() << "\n";
  streams.out << "prove it with: exeunt grade --check " << folder << "/assignment.toml " << folder
              << "/solution\n";
  return exit_as_expected;
}

int prove(const GradeWords& words, Streams& streams) {
  GradeWords with = words;
  with.assignment = words.check;
  with.one = true;
  if (words.submissions.size() != 1) throw UsageError("--check: one model solution is wanted as SUBMISSION");
  GradeRequest request = grade_request_of(with, streams.in);
  const Style style = style_for(streams, words.colour);
  const StopSignals signals(streams.machinery.request_stop);
  bool right = true;
  const std::vector<SolutionCheck> checks = check_assignment(std::move(request), streams.machinery.grade);
  for (const SolutionCheck& one : checks) {
    const bool good = one.complaints.empty();
    right = right && good;
    streams.out << render(submission_line(one.result, style), style) << (good ? "  as it should" : "")
                << "\n";
    for (const std::string& complaint : one.complaints) {
      for (const std::string& line : lines_of(complaint))
        streams.out << "    " << shown(style, line) << "\n";
    }
  }
  return right && !StopSignals::received() ? exit_as_expected : exit_differs;
}

// The parts of a whole that others do are left to them; the folder tells which there are.
void take_shard(const GradeWords& words, GradeRequest& request, Streams& streams) {
  std::optional<Shard> shard;
  if (words.shard) {
    shard = parse_shard(*words.shard);
  } else {
    shard = shard_of(streams.environment);
  }
  if (!shard) return;
  const ShardPlan plan =
      words.plan ? read_plan(*words.plan) : plan_shards(request.submissions, shard->count, {});
  std::vector<std::string> all;
  for (const Submission& submission : request.submissions)
    all.push_back(submission.name);
  write_shard_note(request.out, all, request.assignment.title);
  request.submissions = of_shard(request.submissions, *shard, plan);
}

std::map<std::string, double> last_durations(const GradeRequest& request) {
  std::map<std::string, double> last;
  const Store store(request.out);
  for (const Submission& submission : request.submissions) {
    if (const auto known = store.read(submission.name); known && known->complete)
      last[submission.name] = known->wall_ms;
  }
  return last;
}

int make_plan(const GradeWords& words, const GradeRequest& request, Streams& streams) {
  if (!words.shard) throw UsageError("--make-plan: for how many shards? say it with --shard 1/N");
  const std::map<std::string, double> last = last_durations(request);
  const int count = parse_shard(*words.shard).count;
  write_file(*words.make_plan, plan_text(plan_shards(request.submissions, count, last)));
  streams.out << harness::format("{} submissions for {} shards, {} with a known duration: {}\n",
                                 request.submissions.size(), count, last.size(), *words.make_plan);
  return exit_as_expected;
}

// The words that every shard is given as they were given here.
std::vector<std::string> words_for_shards(const GradeWords& words, const GradeRequest& request) {
  std::vector<std::string> arguments{"--assignment",
                                     std::filesystem::absolute(request.assignment.file).string()};
  const auto pass = [&](const char* option, const std::optional<std::string>& value) {
    if (value) arguments.insert(arguments.end(), {option, *value});
  };
  pass("--jobs", words.jobs);
  pass("--observe", words.observe);
  pass("--time-scale", words.time_scale);
  for (const std::string& format : words.formats)
    pass("--format", format);
  if (words.allow_unsandboxed) arguments.emplace_back("--allow-unsandboxed");
  return arguments;
}

int run_on_slurm(const GradeWords& words, const GradeRequest& request, GradeListener& listener,
                 const Streams& streams) {
  constexpr int most_shards = 10'000;
  SlurmRequest slurm;
  slurm.command = std::filesystem::read_symlink("/proc/self/exe");
  slurm.arguments = words_for_shards(words, request);
  slurm.out = std::filesystem::absolute(request.out);
  slurm.shards = whole_number("--slurm", *words.slurm, most_shards);
  const ShardPlan plan = words.plan ? read_plan(*words.plan)
                                    : plan_shards(request.submissions, slurm.shards, last_durations(request));
  streams.machinery.grade_on_slurm(slurm, request.submissions, plan, request.assignment, listener);
  return StopSignals::received() ? exit_could_not_judge : exit_as_expected;
}

// What goes to the standard output comes last, so that nothing can stand behind it.
void tell_on_output(const std::vector<FormatWish>& wishes, const SubmissionResult& result, Streams& streams) {
  for (const FormatWish& wish : wishes) {
    for (const FormatFile& file : wish.format->render(result))
      streams.out << file.content;
  }
  streams.out << std::flush;
}

// A step's output, where a GitHub workflow asks for it.
void tell_github(const std::vector<FormatWish>& wishes, const SubmissionResult& result, Streams& streams) {
  const std::string file = streams.environment("GITHUB_OUTPUT").value_or("");
  if (file.empty()) return;
  for (const FormatWish& wish : wishes) {
    if (wish.format->name != "github-classroom") continue;
    FileStream output("GITHUB_OUTPUT", file, FileStream::Mode::append);
    output.stream() << "result=" << base64(wish.format->render(result).front().content) << "\n";
    output.close();
  }
}

int run_grading(const GradeWords& words, Streams& streams) {
  GradeRequest request = grade_request_of(words, streams.in);
  if (words.make_plan) return make_plan(words, request, streams);
  take_shard(words, request, streams);
  std::vector<FormatWish> on_output;
  std::vector<FormatWish> in_files;
  for (FormatWish& wish : format_wishes(words, request.submissions.size()))
    (wish.path == "-" ? on_output : in_files).push_back(std::move(wish));
  const bool to_error = !on_output.empty();
  const Style style = style_for(streams, words.colour, to_error);
  GradeBoard board(to_error ? streams.err : streams.out, style, words.quiet,
                   can_redraw(streams, to_error) ? streams.size : std::function<TerminalSize()>());
  ResultFiles files(request.assignment, request.out, in_files);
  Both listener(files, board);
  const StopSignals signals(streams.machinery.request_stop);
  if (words.slurm) return run_on_slurm(words, request, board, streams);
  const GradeSummary summary = streams.machinery.grade(request, listener);
  if (listener.last) {
    tell_on_output(on_output, *listener.last, streams);
    tell_github(in_files, *listener.last, streams);
    tell_github(on_output, *listener.last, streams);
  }
  return summary.interrupted ? exit_could_not_judge : exit_as_expected;
}

void declare(Options& options, GradeWords& words) {
  declare_grade(options, words);
  options.epilogue(
      "examples:\n"
      "  exeunt grade --init coursework\n"
      "  exeunt grade --check coursework/assignment.toml coursework/solution\n"
      "  exeunt grade --assignment coursework/assignment.toml --out results handed-in/\n"
      "  exeunt grade --format gradescope=results.json handed-in/one.zip\n");
  options.exit_statuses({{exit_as_expected, "graded, whatever the scores; with --check: as declared"},
                         {exit_differs, "--check: the scores are not those declared"}});
}

int act(GradeWords& words, Streams& streams) {
  if (words.init) return init(*words.init, streams);
  if (words.check) return prove(words, streams);
  if (words.package) {
    if (*words.package != "gradescope") throw UsageError("--package: 'gradescope' is the only choice");
    const std::filesystem::path assignment = words.assignment.value_or("assignment.toml");
    read_assignment(assignment, built_suite());
    write_gradescope_package(assignment, words.out);
    streams.out << "wrote " << words.out << "\n";
    return exit_as_expected;
  }
  return run_grading(words, streams);
}

}  // namespace

Verb grade_verb() {
  return make_verb<GradeWords>(
      "grade", "[OPTIONS] SUBMISSION...",
      "Grades coursework: builds each submission, runs it in a sandbox, judges its output, its exit "
      "status and its processes, and tells the student what to do about the rest.\n\nA grading that "
      "was stopped, however, goes on where it was when the same command is given again.",
      declare, act);
}

}  // namespace harness
