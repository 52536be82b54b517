#include "cli/exit_codes.hpp"
#include "cli/machinery.hpp"
#include "cli/reports.hpp"
#include "cli/request.hpp"
#include "cli/stop_signals.hpp"
#include "cli/values.hpp"
#include "cli/verbs.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

constexpr int most_seed = 1'000'000'000;
constexpr int most_repetitions = 1'000'000;
constexpr int repetitions_until_fail = 1000;  // where none are asked for

struct RunWords {
  RunRequest request;
  ReportWords report;
  bool repeats = false;
  std::optional<std::string> baseline;
  bool record = false;
  bool no_record = false;
};

void declare(Options& options, RunWords& words) {
  RunRequest& request = words.request;
  declare_filters(options, request.filters);
  declare_run(options, request);
  options.flag(
      "--attribute", request.settings.attribute,
      "tells which process wrote each piece of output (--verbose, --report and --json show it); level "
      "trace only");
  options.value(
      "--repeat", "N",
      [&](const auto& text) {
        words.repeats = true;
        request.repeat = whole_number("--repeat", text, most_repetitions);
      },
      "runs everything N times; what comes out well once and wrong another time is flaky, told with "
      "how often which outcome was seen");
  options.flag("--until-fail", request.until_fail,
               "stops after the repetition in which something goes wrong; without --repeat after 1000");
  options.value(
      "--shake", "SEED",
      [&](const auto& text) { request.settings.shake = whole_number("--shake", text, most_seed); },
      "delays processes at fork, exec, wait and exit by amounts that the seed decides, so that "
      "other orders show; each repetition takes the next seed; level trace only");
  options.heading("what is told");
  options.flag("-q,--quiet", words.report.quiet, "only failures and the summary");
  options.flag("-v,--verbose", words.report.verbose, "every run, with its processes");
  options.value("--color", "WHEN", words.report.colour, "auto, always or never; NO_COLOR is heeded");
  options.value(
      "--json", "FILE", words.report.json,
      "everything that was seen, as JSON Lines; - is the standard output, people then read on standard "
      "error");
  options.value("--junit", "FILE", words.report.junit, "JUnit XML; - as above");
  options.value("--report", "DIR", words.report.pages,
                "a folder of pages: an index with the matrix, and a page for each run with its timeline");
  options.flag("--matrix", words.report.matrix,
               "at the end a table of scenarios by implementation, start method and stdio");
  options.flag("--record", words.record,
               "keeps the run among the records, the last 100; the default, but not under CTest");
  options.flag("--no-record", words.no_record, "does not; EXEUNT_RECORDS names their folder, or is off");
  options.value("--baseline", "NAME", words.baseline,
                "keeps the record under a name, for exeunt compare --baseline NAME");
  options.flag("--github", words.report.github, "annotations and a step summary for GitHub Actions");
  declare_suite(options, request.paths);
  options.epilogue(
      "examples:\n"
      "  exeunt run\n"
      "  exeunt run exit orphans --start-method spawn,forkserver\n"
      "  exeunt run daemon --implementation all --verbose\n"
      "  exeunt run --implementation all --stdio tty,pipe,file --matrix --quiet\n"
      "  exeunt run --implementation cpython --python python3.12 --python pypy3\n"
      "  exeunt run --implementation python:multiprocess,python:billiard\n"
      "  exeunt run orphans --until-fail\n"
      "  exeunt run --json results.jsonl --junit results.xml --quiet\n"
      "\n"
      "What programs of a folder have to do is told by scenarios/IMPLEMENTING.md; what\n"
      "the program of --through has to hand over for --observe job, by README.md.\n");
  options.exit_statuses(exit_statuses_of_runs());
}

// The folder of the records that this run belongs among, or nothing.
std::optional<std::filesystem::path> record_folder(const RunWords& words, const Streams& streams) {
  const bool asked = words.record || words.baseline;
  if (asked && words.no_record) throw UsageError("--no-record excludes --record and --baseline");
  const bool under_ctest = streams.environment("DASHBOARD_TEST_FROM_CTEST").has_value();
  if (words.no_record || (under_ctest && !asked)) return std::nullopt;
  const std::optional<std::filesystem::path> folder = records_folder(streams.environment);
  if (asked && !folder) {
    throw UsageError("--record: there is no folder for records; set EXEUNT_RECORDS, XDG_STATE_HOME or HOME");
  }
  return folder;
}

// A record that was asked for has to be there; one that was not is missed with a word.
void finish_record(const RunWords& words, const Reports& reports, Streams& streams) {
  const std::string trouble = reports.record_trouble();
  if (!trouble.empty() && (words.record || words.baseline)) throw CannotJudge(trouble);
  if (!trouble.empty() && !words.report.quiet) {
    streams.err << "exeunt: this run is not among the records: " << visible(trouble) << "\n";
  }
  if (words.baseline) RecordStore(*words.report.record).keep(reports.record(), *words.baseline);
}

int act(RunWords& words, Streams& streams) {
  RunRequest& request = words.request;
  refuse_contradictions(request);
  if (request.until_fail && !words.repeats) request.repeat = repetitions_until_fail;
  words.report.record = record_folder(words, streams);
  if (words.baseline) RecordStore(*words.report.record).baseline(*words.baseline);  // is it a name?
  if (words.report.record || words.report.json) words.report.suite = streams.machinery.revision_of(request);
  Reports reports(words.report, streams);
  const StopSignals signals(streams.machinery.request_stop);
  const Summary summary = streams.machinery.run(request, reports);
  reports.close();
  finish_record(words, reports, streams);
  return exit_status(summary);
}

}  // namespace

Verb run_verb() {
  return make_verb<RunWords>(
      "run", "[OPTIONS] [FILTER...]",
      "Runs scenarios under every start method, with a terminal and with a pipe, compares what each run "
      "wrote and what became of its processes with the scenario's golden, and reports.",
      declare, act);
}

}  // namespace harness
