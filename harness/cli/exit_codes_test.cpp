#include "cli/exit_codes.hpp"

#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "cli/test_command.hpp"
#include "cli/verbs.hpp"
#include "grade/store.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

std::set<int> explained(const NamedVerb& verb) {
  std::set<int> codes;
  const Verb made = verb.make();
  for (const ExitStatus& one : made.options->exit_statuses())
    codes.insert(one.code.value_or(-1));
  return codes;
}

// The whole command against a suite in a folder; runs come out as the test says.
struct ExitCodes : testing::Test {
  TestSuite suite;
  TestCommand exeunt;
  Verdict verdict = Verdict::pass;

  ExitCodes() {
    exeunt.environment["EXEUNT_RECORDS"] = suite / "state";
    exeunt.machinery.run = [this](const RunRequest& request, RunListener& listener) {
      const std::vector<Scenario> scenarios = scenarios_of(request);
      std::vector<Case> cases;
      for (const Scenario& scenario : scenarios)
        cases.emplace_back().scenario = &scenario;
      listener.started({&cases, Level::adopt, "", 1});
      Summary summary;
      for (const Case& c : cases) {
        CaseResult result;
        result.judged = c;
        result.judgement.verdict = verdict;
        listener.started_case(c);
        count(summary, result);
        listener.finished(result);
      }
      listener.ended(summary);
      return summary;
    };
    exeunt.machinery.check = [this](const CheckRequest&) {
      CheckResult checked;
      checked.result.judgement.verdict = verdict;
      return checked;
    };
  }

  std::set<int> statuses_of(const std::vector<std::vector<std::string>>& command_lines) {
    std::set<int> reached;
    for (const Verdict one : {Verdict::pass, Verdict::fail, Verdict::broken, Verdict::skip}) {
      verdict = one;
      for (const std::vector<std::string>& words : command_lines)
        reached.insert(exeunt(words));
    }
    return reached;
  }

  // What every command may end with.
  std::set<int> common_statuses_of(const std::string& verb) {
    std::istringstream in;
    std::ostringstream unwritable;
    std::ostringstream err;
    unwritable.setstate(std::ios::badbit);
    const int unheard = harness::exeunt(
        {verb, "--help"}, {in, unwritable, err, false, false, false, [] { return TerminalSize{}; },
                           [](const std::string&) { return std::nullopt; }, exeunt.machinery});
    return {exeunt({verb, "--help"}), exeunt({verb, "--helpp"}), unheard};
  }

  void grade_differently() {
    for (const double score : {1.0, 2.0}) {
      SubmissionResult result;
      result.submission = "ann";
      result.score = score;
      result.complete = true;
      const Store store(suite / (score == 1 ? "shard-1" : "shard-2"));
      store.write(result);
    }
  }
};

TEST_F(ExitCodes, EveryCommandExplainsExactlyThoseItReaches) {
  grade_differently();
  write_file(suite / "scenarios/exit/sloppy.cpp", "int main() {}\n");  // --lint finds it
  const std::string pass = suite / "pass.jsonl";
  const std::string other = suite / "other.jsonl";
  ASSERT_EQ(exeunt(suite.with({"run", "--json", pass, "--no-record"})), 0) << exeunt.err;
  exeunt.machinery.propose_renewals = [&](const RunRequest&) {
    Renewal renewal;
    renewal.after = "-- stdout --\n";
    renewal.scenario.golden = "/dev/null/x.golden";
    return std::vector<Renewal>{renewal};
  };
  exeunt.in_is_terminal = exeunt.out_is_terminal = true;  // accept asks; nobody answers
  exeunt.machinery.grade = [](const GradeRequest& request, GradeListener& listener) {
    for (const Submission& submission : request.submissions) {
      SubmissionResult result;
      result.submission = submission.name;
      result.complete = true;
      result.items.push_back({.name = "a", .title = "a", .verdict = Verdict::fail});
      listener.finished(result, false);
    }
    return GradeSummary{};
  };
  write_file(suite / "assignment.toml", "title = \"Work\"\n[[item]]\nname = \"a\"\npoints = 4\n");
  std::filesystem::create_directories(suite / "goldens");
  write_file(suite / "goldens/a.golden", "-- stdout --\n");

  std::map<std::string, std::set<int>> own{
      {"list", statuses_of({suite.with({"list", "--lint"})})},
      {"run", statuses_of({suite.with({"run", "--json", other, "--no-record"})})},
      {"check", statuses_of({{"check", "x.golden", "--stdio", "pipe", "--", "x"}})},
      {"accept", statuses_of({suite.with({"accept"})})},
      {"grade", statuses_of({{"grade", "--check", suite / "assignment.toml", suite / "scenarios"}})},
      {"merge", statuses_of({{"merge", "--out", suite / "all", suite / "shard-1", suite / "shard-2"}})},
  };
  for (const Verdict one : {Verdict::fail, Verdict::skip}) {
    verdict = one;
    (void)exeunt(suite.with({"run", "--json", other, "--no-record"}));
    own["report"].insert(exeunt({"report", other}));
    own["compare"].insert(exeunt({"compare", pass, other}));
  }
  exeunt.machinery.watch = [](const WatchRequest&) {
    Observation seen;
    seen.stopped = Stopped::time_limit;
    return seen;
  };
  own["watch"] = {-1, exeunt({"watch", "--timeout", "1", "x"})};  // -1: the program's, as its own test shows
  for (const NamedVerb& verb : verbs()) {
    const std::string name(verb.name);
    std::set<int> reached = common_statuses_of(name);
    reached.merge(own[name]);
    if (name == "watch") reached.erase(exit_as_expected);
    EXPECT_EQ(reached, explained(verb)) << name;
  }
}

TEST(ExitStatuses, AreListedInOrderWithTheCommonOnes) {
  EXPECT_EQ(exit_status_lines(with_common({{exit_differs, "differs"}, {exit_as_expected, "equal"}})),
            "  0   equal\n  1   differs\n"
            "  2   could not: a file, a program or the host is at fault; or interrupted\n"
            "  3   wrong command line\n");
}

}  // namespace
}  // namespace harness
