#include "cli/grade_words.hpp"

#include "cli/values.hpp"
#include "grade/assignment_file.hpp"
#include "suite/suite.hpp"

namespace harness {
namespace {

constexpr int most_grade_jobs = 4096;

FolderMeans folders_of(const GradeWords& words) {
  if (words.each && words.one) throw UsageError("--each and --one exclude each other");
  if (words.each) return FolderMeans::each;
  return words.one ? FolderMeans::one : FolderMeans::automatic;
}

void set_submitted(const GradeWords& words, std::vector<Submission>& submissions) {
  if (!words.submitted_at) return;
  const auto time = parse_time(*words.submitted_at);
  if (!time)
    throw UsageError("--submitted-at: '" + *words.submitted_at + "' is no time such as 2026-10-01T23:59:00Z");
  for (Submission& submission : submissions)
    submission.submitted = time;
}

}  // namespace

void declare_grade(Options& options, GradeWords& words) {
  options.argument(
      "SUBMISSION", words.submissions,
      "a folder, a zip or tar(.gz), a single file, a folder of many; - reads a list, a path a line, "
      "behind a tab the time of handing in");
  options.value("--assignment", "FILE", words.assignment,
                "what is graded, and how; default: assignment.toml");
  options.value("--out", "DIR", words.out,
                "the folder of results: a record for each submission and the gradebook; default: results");
  options.heading("which submissions");
  options.flag("--each", words.each, "every entry of a folder is a submission");
  options.flag("--one", words.one, "a folder is one submission, whatever it holds");
  options.value("--only", "latest", words.only, "of several attempts by the same hand the last one");
  options.flag("--regrade", words.regrade, "also those whose record still holds");
  options.value("--submitted-at", "TIME", words.submitted_at,
                "when they were handed in; default: as the list says, or the last change");
  options.heading("how they are run");
  options.value("-j,--jobs", "N", words.jobs, "programs at once; default: twice the processors");
  options.value("--observe", "LEVEL", words.observe,
                "how closely: trace, passive, adopt or root; default: the best that this host allows");
  options.value("--time-scale", "X", words.time_scale, "told to the programs as EXEUNT_TIME_SCALE");
  options.flag("--allow-unsandboxed", words.allow_unsandboxed,
               "go on where the sandbox is not to be had; only for submissions that you trust");
  options.heading("what is told");
  options.values("--format", "LIST", true, words.formats,
                 "of " + joined(names_of_result_formats()) +
                     ": a file for each submission in --out; NAME=FILE puts that of one submission "
                     "elsewhere, NAME=- on the standard output");
  options.flag("-q,--quiet", words.quiet, "only what it came to");
  options.value("--color", "WHEN", words.colour, "auto, always or never; NO_COLOR is heeded");
  options.heading("several machines");
  options.value(
      "--shard", "K/N", words.shard,
      "only the K-th of N parts; default: as Bazel, GoogleTest or GitLab say in the environment, or a "
      "Slurm array or Kubernetes indexed job together with EXEUNT_SHARDS");
  options.value("--plan", "FILE", words.plan, "which part does which submission");
  options.value("--make-plan", "FILE", words.make_plan,
                "write the plan for --shard 1/N, balanced by the last durations in --out, and end");
  options.value(
      "--slurm", "N", words.slurm,
      "grade on a Slurm cluster, in N shards, and follow them; --out is on a file system that all nodes "
      "share");
  options.heading("instead of grading");
  options.value("--init", "DIR", words.init, "write a first assignment, with comments, to begin with");
  options.value(
      "--check", "FILE", words.check,
      "prove the assignment: the model solution given as SUBMISSION gets full marks, and the wrong ones "
      "that FILE names lose the right items");
  options.value("--package", "gradescope", words.package,
                "write an autograder for Gradescope, a zip file, to --out");
}

GradeRequest grade_request_of(const GradeWords& words, std::istream& input) {
  GradeRequest request;
  request.assignment = read_assignment(words.assignment.value_or("assignment.toml"), built_suite());
  if (words.submissions.empty()) throw UsageError("grade: which SUBMISSION? exeunt grade --help tells more");
  request.submissions = find_submissions(words.submissions, folders_of(words), input);
  if (words.only) {
    if (*words.only != "latest") throw UsageError("--only: 'latest' is the only choice");
    request.submissions = only_latest(std::move(request.submissions));
  }
  set_submitted(words, request.submissions);
  request.out = words.out;
  if (words.jobs) request.jobs = whole_number("--jobs", *words.jobs, most_grade_jobs);
  if (words.observe) request.settings.level = own_level("--observe", *words.observe);
  if (words.time_scale) request.settings.time_scale = time_scale("--time-scale", *words.time_scale);
  request.allow_unsandboxed = words.allow_unsandboxed;
  request.regrade = words.regrade;
  return request;
}

std::vector<FormatWish> format_wishes(const GradeWords& words, std::size_t submissions) {
  std::vector<FormatWish> wishes;
  for (const std::string& word : words.formats) {
    const std::size_t equals = word.find('=');
    FormatWish wish;
    wish.format = &result_format(word.substr(0, equals));
    if (equals != std::string::npos) {
      if (submissions != 1) throw UsageError("--format: NAME=FILE is for one submission; there are several");
      wish.path = word.substr(equals + 1);
      if (wish.path->empty()) throw UsageError("--format: the name of a file is missing in '" + word + "'");
    }
    wishes.push_back(std::move(wish));
  }
  return wishes;
}

}  // namespace harness
