#include <gmock/gmock.h>

#include <csignal>
#include <sstream>

#include "cli/test_command.hpp"
#include "record/json_lines.hpp"
#include "record/record_store.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

// Plays one case of each scenario selected; those of orphans come out as `verdict`.
Summary play(const RunRequest& request, RunListener& listener, Verdict verdict) {
  const std::vector<Scenario> scenarios = scenarios_of(request);
  std::vector<Case> cases;
  for (const Scenario& scenario : scenarios) {
    Case c;
    c.scenario = &scenario;
    cases.push_back(c);
  }
  listener.started({&cases, Level::adopt, "ptrace is not permitted", 4});
  Summary summary;
  for (const Case& c : cases) {
    listener.started_case(c);
    CaseResult result;
    result.judged = c;
    if (c.scenario->chapter() == "orphans") result.judgement.verdict = verdict;
    if (result.judgement.verdict != Verdict::pass) result.judgement.reason = "because";
    count(summary, result);
    listener.finished(result);
  }
  listener.ended(summary);
  return summary;
}

struct Run : testing::Test {
  TestSuite suite;
  TestCommand exeunt;
  RunRequest asked;
  bool ran = false;

  void pipeline_gives(Verdict verdict) {
    exeunt.machinery.run = [this, verdict](const RunRequest& request, RunListener& listener) {
      const Summary summary = play(request, listener, verdict);
      asked = request;
      ran = true;
      return summary;
    };
  }
  Run() { pipeline_gives(Verdict::pass); }
};

TEST_F(Run, AsksForTheWholeSuiteByDefault) {
  EXPECT_EQ(exeunt(suite.with({"run"})), 0) << exeunt.err;
  EXPECT_THAT(asked.filters, IsEmpty());
  EXPECT_THAT(asked.implementations, ElementsAre("reference"));
  EXPECT_THAT(asked.stdio, ElementsAre(StdioMode::tty, StdioMode::pipe));
  EXPECT_THAT(asked.start_methods, IsEmpty());
  EXPECT_EQ(asked.jobs, std::nullopt);
  EXPECT_EQ(asked.settings.time_limit, std::chrono::seconds(30));
  EXPECT_EQ(asked.repeat, 1);
  EXPECT_EQ(asked.settings.level, std::nullopt);
  EXPECT_EQ(exeunt.out,
            "exit: 2 of 2 passed, 0 ms\norphans: 1 of 1 passed, 0 ms\n\n"
            "3 passed · level adopt (ptrace is not permitted) · 4 at once · 0 ms · exit 0\n");
}

TEST_F(Run, RepeatsUntilSomethingFails) {
  EXPECT_EQ(exeunt(suite.with({"run", "--until-fail"})), 0) << exeunt.err;
  EXPECT_TRUE(asked.until_fail);
  EXPECT_EQ(asked.repeat, 1000);
  EXPECT_EQ(exeunt(suite.with({"run", "--until-fail", "--repeat", "5"})), 0) << exeunt.err;
  EXPECT_EQ(asked.repeat, 5);
}

TEST_F(Run, ShowsTheMatrixBehindTheSummary) {
  EXPECT_EQ(exeunt(suite.with({"run", "--matrix", "--quiet"})), 0) << exeunt.err;
  EXPECT_THAT(exeunt.out, HasSubstr("\nexit/exit_main_process  ✓"));
}

TEST_F(Run, PassesEveryWishOn) {
  EXPECT_EQ(exeunt(suite.with({"run",
                               "exit",
                               "orphans/left",
                               "--implementation",
                               "reference,cpython",
                               "--python",
                               "/usr/bin/a",
                               "--python",
                               "/usr/bin/b",
                               "--start-method",
                               "fork,spawn",
                               "--stdio",
                               "file",
                               "--jobs",
                               "7",
                               "--time-scale",
                               "0.5",
                               "--timeout",
                               "2.5",
                               "--repeat",
                               "3",
                               "--observe",
                               "root"})),
            0)
      << exeunt.err;
  EXPECT_THAT(asked.filters, ElementsAre("exit", "orphans/left"));
  EXPECT_THAT(asked.implementations, ElementsAre("reference", "cpython"));
  EXPECT_THAT(asked.pythons, ElementsAre("/usr/bin/a", "/usr/bin/b"));
  EXPECT_THAT(asked.start_methods, ElementsAre(StartMethod::fork, StartMethod::spawn));
  EXPECT_THAT(asked.stdio, ElementsAre(StdioMode::file));
  EXPECT_EQ(asked.jobs, 7);
  EXPECT_EQ(asked.settings.time_scale, 0.5);
  EXPECT_EQ(asked.settings.time_limit, std::chrono::milliseconds(2500));
  EXPECT_EQ(asked.repeat, 3);
  EXPECT_EQ(asked.settings.level, Level::root);
  EXPECT_EQ(asked.paths.expected, suite / "expected");
}

TEST_F(Run, EndsWithTheStatusOfTheDesign) {
  const std::vector<std::pair<Verdict, int>> statuses{{Verdict::pass, 0},    {Verdict::fail, 1},
                                                      {Verdict::timeout, 1}, {Verdict::unexpected_pass, 1},
                                                      {Verdict::broken, 2},  {Verdict::known_fail, 0}};
  for (const auto& [verdict, status] : statuses) {
    pipeline_gives(verdict);
    EXPECT_EQ(exeunt(suite.with({"run"})), status);
    EXPECT_THAT(exeunt.out, HasSubstr("exit " + std::to_string(status) + "\n"));
  }
  pipeline_gives(Verdict::skip);
  EXPECT_EQ(exeunt(suite.with({"run", "orphans"})), 77);
}

TEST_F(Run, QuietTellsTheSummaryAlone) {
  EXPECT_EQ(exeunt(suite.with({"run", "--quiet"})), 0);
  EXPECT_EQ(exeunt.out, "3 passed · level adopt (ptrace is not permitted) · 4 at once · 0 ms · exit 0\n");
}

TEST_F(Run, IsAsciiInAnAsciiLocale) {
  exeunt.environment["LC_ALL"] = "C";
  EXPECT_EQ(exeunt(suite.with({"run", "-q"})), 0);
  EXPECT_EQ(exeunt.out, "3 passed, level adopt (ptrace is not permitted), 4 at once, 0 ms, exit 0\n");
}

TEST_F(Run, WritesReports) {
  EXPECT_EQ(exeunt(suite.with({"run", "--json", suite / "r.jsonl", "--junit", suite / "r.xml"})), 0)
      << exeunt.err;
  std::istringstream json(read_file(suite / "r.jsonl"));
  EXPECT_EQ(read_results(json, "r.jsonl").results.size(), 3U);
  EXPECT_THAT(read_file(suite / "r.xml"), HasSubstr("<testsuite name=\"reference.orphans\""));
}

TEST_F(Run, WritesJsonToTheOutputAndTellsPeopleElsewhere) {
  EXPECT_EQ(exeunt(suite.with({"run", "--json", "-"})), 0);
  std::istringstream json(exeunt.out);
  EXPECT_EQ(read_results(json, "-").results.size(), 3U);
  EXPECT_THAT(exeunt.err, HasSubstr("3 passed"));
}

TEST_F(Run, WritesForGithub) {
  pipeline_gives(Verdict::fail);
  exeunt.environment["GITHUB_STEP_SUMMARY"] = suite / "summary.md";
  exeunt.environment["GITHUB_WORKSPACE"] = suite.path().string();
  EXPECT_EQ(exeunt(suite.with({"run", "--github"})), 1);
  EXPECT_THAT(exeunt.out,
              HasSubstr("\n::error file=expected/orphans/left.golden,title=orphans/left%3A fail::because"));
  EXPECT_THAT(read_file(suite / "summary.md"), StartsWith("## exeunt\n"));
}

TEST_F(Run, FindsAnUnwritableReportBeforeItRuns) {
  for (const char* option : {"--json", "--junit"}) {
    EXPECT_EQ(exeunt(suite.with({"run", option, suite / "no/such/folder"})), 2);
    EXPECT_EQ(exeunt.err, "exeunt: " + std::string(option) + ": cannot write " + (suite / "no/such/folder") +
                              ": No such file or directory\n");
  }
  EXPECT_FALSE(ran);
}

TEST_F(Run, SaysThatAReportIsNotWhole) {
  EXPECT_EQ(exeunt(suite.with({"run", "--json", "/dev/full"})), 2);
  EXPECT_EQ(exeunt.err, "exeunt: --json: cannot write /dev/full: No space left on device\n");
}

TEST_F(Run, KeepsAnOldReportWhenTheFilterIsWrong) {
  write_file(suite / "r.jsonl", "old");
  EXPECT_EQ(exeunt(suite.with({"run", "jion", "--json", suite / "r.jsonl"})), 3);
  EXPECT_EQ(read_file(suite / "r.jsonl"), "old");
  EXPECT_FALSE(ran);
}

TEST_F(Run, RefusesWhatMakesNoSense) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> complaints{
      {{"--jobs", "0"}, "--jobs: '0' is not a whole number from 1 to 1024"},
      {{"--repeat", "x"}, "--repeat: 'x' is not a whole number from 1 to 1000000"},
      {{"--time-scale", "-1"}, "--time-scale: '-1' is not a number above 0 and at most 1000"},
      {{"--timeout", "0"}, "--timeout: '0' is not a number above 0 and at most 86400"},
      {{"--stdio", "tyt"}, "--stdio: 'tyt' is none of tty, pipe, file"},
      {{"--start-method", "frok"}, "--start-method: 'frok' is none of fork, spawn, forkserver"},
      {{"--observe", "all"}, "--observe: 'all' is none of trace, passive, job, adopt, root"},
      {{"--observe", "job"}, "--observe job needs --through: its program hands over what it saw"},
      {{"--observe", "job", "--through", "/bin/sh", "--implementation", "all"},
       "--observe job: --through executes the programs of reference, of no other implementation"},
      {{"--color", "red"}, "--color: 'red' is none of auto, always, never"},
      {{"--quiet", "--verbose"}, "--quiet and --verbose exclude each other"},
      {{"--json", "-", "--junit", "-"}, "--json and --junit: only one of them can go to the standard output"},
      {{"--json", "-", "--github"},
       "--github writes to the standard output; send the other report to a file"},
      {{"--json", ""}, "--json: the name of a file is missing"},
      {{"--json"}, "run: --json: a value is missing, or there are several"},
  };
  for (const auto& [arguments, complaint] : complaints) {
    std::vector<std::string> all = suite.with({"run"});
    all.insert(all.end(), arguments.begin(), arguments.end());
    EXPECT_EQ(exeunt(all), 3) << complaint;
    EXPECT_EQ(exeunt.err, "exeunt: " + complaint + "\n");
  }
  EXPECT_FALSE(ran);
}

TEST_F(Run, TellsWhatTheHostRefuses) {
  exeunt.machinery.run = [](const RunRequest&, RunListener&) -> Summary {
    throw CannotJudge("no terminal to be had");
  };
  EXPECT_EQ(exeunt(suite.with({"run"})), 2);
  EXPECT_EQ(exeunt.err, "exeunt: no terminal to be had\n");
}

TEST_F(Run, ASignalAsksThePipelineToStop) {
  stops_asked() = 0;
  exeunt.machinery.run = [](const RunRequest& request, RunListener& listener) {
    std::raise(SIGINT);
    Summary summary = play(request, listener, Verdict::pass);
    summary.interrupted = true;
    return summary;
  };
  EXPECT_EQ(exeunt(suite.with({"run"})), 2);
  EXPECT_EQ(stops_asked(), 1);
}

TEST_F(Run, RedrawsOnATerminalAndShowsTheCursorAgain) {
  exeunt.out_is_terminal = true;
  EXPECT_EQ(exeunt(suite.with({"run"})), 0);
  EXPECT_THAT(exeunt.out, StartsWith("\x1b[?25l"));
  EXPECT_THAT(exeunt.out, HasSubstr("\x1b[?25h"));
  exeunt.environment["TERM"] = "dumb";
  EXPECT_EQ(exeunt(suite.with({"run"})), 0);
  EXPECT_EQ(exeunt.out.find('\x1b'), std::string::npos);
}

struct RecordedRun : Run {
  RecordStore store{suite.path() / "state"};
  RecordedRun() { exeunt.environment["EXEUNT_RECORDS"] = (suite.path() / "state").string(); }
};

TEST_F(RecordedRun, IsKeptAmongTheRecords) {
  EXPECT_EQ(exeunt(suite.with({"run"})), 0) << exeunt.err;
  ASSERT_THAT(store.records(), testing::SizeIs(1));
  std::istringstream record(read_file(store.records().front()));
  const RecordedResults recorded = read_results(record, "record");
  EXPECT_EQ(recorded.results.size(), 3U);
  EXPECT_EQ(recorded.suite, (SuiteRevision{"12ab", false, "x86_64"}));
}

TEST_F(RecordedRun, IsNotWhereNobodyWantsIt) {
  EXPECT_EQ(exeunt(suite.with({"run", "--no-record"})), 0);
  exeunt.environment["DASHBOARD_TEST_FROM_CTEST"] = "3.25.1";
  EXPECT_EQ(exeunt(suite.with({"run"})), 0);
  EXPECT_THAT(store.records(), IsEmpty());
  EXPECT_EQ(exeunt(suite.with({"run", "--record"})), 0);
  EXPECT_THAT(store.records(), testing::SizeIs(1));
}

TEST_F(RecordedRun, GoesOnWhereItCannotBeKeptUnlessThatWasAskedFor) {
  exeunt.environment["EXEUNT_RECORDS"] = "/dev/null/state";
  EXPECT_EQ(exeunt(suite.with({"run"})), 0);
  EXPECT_THAT(exeunt.err, HasSubstr("exeunt: this run is not among the records: cannot make the folder"));
  EXPECT_EQ(exeunt(suite.with({"run", "--quiet"})), 0);
  EXPECT_EQ(exeunt.err, "");
  EXPECT_EQ(exeunt(suite.with({"run", "--record"})), 2);
  exeunt.environment["EXEUNT_RECORDS"] = "off";
  EXPECT_EQ(exeunt(suite.with({"run", "--record"})), 3);
}

TEST_F(RecordedRun, CanBeABaseline) {
  EXPECT_EQ(exeunt(suite.with({"run", "--baseline", "release"})), 0) << exeunt.err;
  EXPECT_TRUE(std::filesystem::exists(store.baseline("release")));
  ran = false;
  EXPECT_EQ(exeunt(suite.with({"run", "--baseline", "../x"})), 3);
  EXPECT_FALSE(ran);
}

TEST_F(RecordedRun, CanBeReportedAgain) {
  pipeline_gives(Verdict::fail);
  EXPECT_EQ(exeunt(suite.with({"run", "--junit", suite / "first.xml"})), 1);
  EXPECT_EQ(exeunt({"report", "latest", "--junit", suite / "again.xml"}), 1) << exeunt.err;
  EXPECT_THAT(exeunt.out, HasSubstr("2 passed · 1 failed"));
  EXPECT_EQ(read_file(suite / "again.xml"), read_file(suite / "first.xml"));
}

TEST_F(RecordedRun, CanBeComparedWithTheOneBefore) {
  EXPECT_EQ(exeunt(suite.with({"run"})), 0);
  pipeline_gives(Verdict::fail);
  EXPECT_EQ(exeunt(suite.with({"run"})), 1);
  EXPECT_EQ(exeunt({"compare", "latest~1", "latest"}), 1) << exeunt.err;
  EXPECT_THAT(exeunt.out, HasSubstr("newly failing (1)"));
  EXPECT_THAT(exeunt.out, HasSubstr("orphans/left"));
  EXPECT_EQ(exeunt({"compare", "latest", "latest~1"}), 0);
}

}  // namespace
}  // namespace harness
