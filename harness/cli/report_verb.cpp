#include <fstream>

#include "cli/exit_codes.hpp"
#include "cli/options.hpp"
#include "cli/record_operands.hpp"
#include "cli/reports.hpp"
#include "cli/verbs.hpp"
#include "record/json_lines.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

struct ReportVerbWords {
  std::vector<std::string> records;
  ReportWords report;
};

void declare(Options& options, ReportVerbWords& words) {
  options.argument("RECORD", words.records, record_operand_help);
  options.heading("what is told");
  options.flag("-q,--quiet", words.report.quiet, "only failures and the summary");
  options.flag("-v,--verbose", words.report.verbose, "every run, with its processes");
  options.value("--color", "WHEN", words.report.colour, "auto, always or never; NO_COLOR is heeded");
  options.value("--json", "FILE", words.report.json, "JSON Lines; - is the standard output");
  options.value("--junit", "FILE", words.report.junit, "JUnit XML; - as above");
  options.value("--report", "DIR", words.report.pages, "a folder of pages, as exeunt run writes it");
  options.flag("--github", words.report.github, "annotations and a step summary for GitHub Actions");
  options.epilogue(
      "examples:\n"
      "  exeunt report latest --verbose\n"
      "  exeunt report results.jsonl --junit results.xml --report pages\n");
  options.exit_statuses(exit_statuses_of_runs());
}

// Tells the views of a run what its record tells.
Summary replay(const RecordedResults& recorded, RunListener& listener) {
  std::vector<Case> cases;
  for (const CaseResult& result : recorded.results)
    cases.push_back(result.judged);
  listener.started({&cases, recorded.level, recorded.level_reason, recorded.jobs});
  Summary summary;
  for (const CaseResult& result : recorded.results) {
    listener.started_case(result.judged);
    count(summary, result);
    summary.wall_ms += result.seen.wall_ms;
    listener.finished(result);
  }
  summary.interrupted = recorded.results.size() < recorded.cases;
  listener.ended(summary);
  return summary;
}

int act(ReportVerbWords& words, Streams& streams) {
  if (words.records.size() != 1)
    throw UsageError("report: of which record? exeunt report latest is of the last run");
  const std::filesystem::path path = record_named(words.records.front(), streams);
  std::ifstream in(path);
  if (!in) throw CannotJudge("cannot read " + path.string());
  const RecordedResults recorded = read_results(in, path.string());
  words.report.origin = ReportOrigin{recorded.platform, recorded.exeunt, recorded.started};
  words.report.suite = recorded.suite;
  Reports reports(words.report, streams);
  const Summary summary = replay(recorded, reports);
  reports.close();
  return exit_status(summary);
}

}  // namespace

Verb report_verb() {
  return make_verb<ReportVerbWords>(
      "report", "[OPTIONS] RECORD",
      "Makes the reports of a recorded run again, as exeunt run would have written them. Its time is the "
      "sum of its runs, which may have run at once.",
      declare, act);
}

}  // namespace harness
