// Level job: what a launcher of another platform hands over is judged as what this machine sees, and what it
// does not hand over is never a pass.
#include <gmock/gmock.h>

#include <fstream>

#include "wrong.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string one_child = "exit/exit_child_status_one";

/// Judges programs that a launcher executes: a shell script, with the program's command line in "$@".
class Launched {
 public:
  explicit Launched(const fs::path& programs, const std::string& script) : judge_(programs) {
    const fs::path launcher = folder_.path() / "launcher";
    std::ofstream(launcher) << "#!/bin/sh\n" << script << "\n";
    fs::permissions(launcher, fs::perms::owner_all);
    arguments_ = {"run",
                  "--json",
                  judge_.json(),
                  "--programs",
                  judge_.programs(),
                  "--through",
                  launcher,
                  "--start-method",
                  "fork",
                  "--stdio",
                  "pipe",
                  "--observe",
                  "job"};
  }

  JudgeRun run(const std::string& scenario, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = arguments_;
    arguments.push_back(scenario);
    arguments.insert(arguments.end(), more.begin(), more.end());
    return judge_.run(arguments);
  }

 private:
  Judge judge_;
  TestFolder folder_;
  std::vector<std::string> arguments_;
};

const std::string as_job = "exec python3 " TESTDATA_SOURCES "/launchers/as_job.py " EXEUNT_COMMAND R"( "$@")";

// Those whose wrongness shows without who waited for whom.
std::vector<Wrong> wrongs_at_job() {
  std::vector<Wrong> seen;
  for (const char* name : {"exit_status_off_by_one", "main_exit_status_off_by_one", "main_that_does_not_wait",
                           "wrong_pid_printed", "no_child_at_all", "thread_for_a_child", "child_too_many",
                           "double_fork_for_a_child", "child_killed", "grandchild_not_waited_for"})
    seen.push_back(wrong_named(name));
  seen.push_back(wrong_named("orphan_joined"));
  seen.back().reason = "child did not outlive its creator, expected orphaned";
  return seen;
}

class WrongThroughALauncher : public testing::TestWithParam<Wrong> {};

TEST_P(WrongThroughALauncher, FailsOnItsLine) {
  const Wrong& wrong = GetParam();
  const JudgeRun run = Launched(TESTDATA_PROGRAMS "/wrong/" + wrong.wrongness, as_job).run(wrong.scenario);
  expect_failure_on_its_line(run, wrong);
  ASSERT_FALSE(run.results.empty());
  EXPECT_EQ(run.results.front()["level"], "job");
  EXPECT_THAT(run.left_files, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, WrongThroughALauncher, testing::ValuesIn(wrongs_at_job()), name_of_wrong);

const std::string the_launcher = "exec " EXEUNT_LAUNCHER R"( -- "$@")";

class WrongThroughTheLauncher : public testing::TestWithParam<Wrong> {};

// The harness's own sees who waited, too.
TEST_P(WrongThroughTheLauncher, FailsOnItsLine) {
  const Wrong& wrong = GetParam();
  const JudgeRun run =
      Launched(TESTDATA_PROGRAMS "/wrong/" + wrong.wrongness, the_launcher).run(wrong.scenario);
  expect_failure_on_its_line(run, wrong);
  ASSERT_FALSE(run.results.empty());
  EXPECT_EQ(run.results.front()["level"], "job");
  EXPECT_THAT(run.left_files, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, WrongThroughTheLauncher, testing::ValuesIn(wrongs()), name_of_wrong);

// The first line of the record tells the level; a run, what it could not see.
TEST(HandedReport, WhoWaitedIsToldAsNotChecked) {
  const JudgeRun run = Launched(TESTDATA_PROGRAMS "/wrong/child_never_reaped", as_job).run(one_child);
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  EXPECT_EQ(run.platform["platform"]["level"], "job");
  EXPECT_EQ(run.results[0]["verdict"], "pass") << told(run.results[0]);
  EXPECT_EQ(run.results[0]["not_checked"], nlohmann::json({"child: whether it was waited for"}));
  EXPECT_EQ(run.exit_status, 0);
}

struct BadReport {
  const char* name;
  const char* script;  // what the launcher does about its report, once the program has ended
  const char* reason;
};

void PrintTo(const BadReport& bad, std::ostream* stream) {
  *stream << bad.name;
}

class BadReports : public testing::TestWithParam<BadReport> {};

// The program itself passes at this level: nothing but the report is wrong.
TEST_P(BadReports, AreNoPass) {
  const std::string script = std::string("\"$@\"; status=$?; ") + GetParam().script + "; exit $status";
  const JudgeRun run = Launched(TESTDATA_PROGRAMS "/wrong/child_never_reaped", script).run(one_child);
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  const nlohmann::json& result = run.results.front();
  EXPECT_EQ(result["verdict"], "broken") << told(result);
  EXPECT_THAT(result["reason"].get<std::string>(), HasSubstr(GetParam().reason));
  EXPECT_THAT(result["reason"].get<std::string>(), HasSubstr("EXEUNT_REPORT"));
  EXPECT_EQ(run.exit_status, 2);
  EXPECT_THAT(run.left_files, IsEmpty());
}

const std::vector<BadReport> bad_reports{
    {"missing", ":", "there is none"},
    {"empty", R"(: >"$EXEUNT_REPORT")", "it is torn"},
    {"torn", R"(printf '{"format":1,"level":"job","stopped":"by-' >"$EXEUNT_REPORT")", "it is torn"},
    {"a_folder", R"(mkdir "$EXEUNT_REPORT")", "0.json"},
    {"of_nobody",
     R"(printf '{"format":1,"level":"job","stopped":"by-itself","processes":[]}' >"$EXEUNT_REPORT")",
     "names no process"},
};

std::string bad_name(const testing::TestParamInfo<BadReport>& info) {
  return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(All, BadReports, testing::ValuesIn(bad_reports), bad_name);

TEST(HandedReport, IsMissedWithWhatItsWriterSaid) {
  const Launched launched(TESTDATA_PROGRAMS "/wrong/child_never_reaped", "echo no licence >&2; exit 125");
  const JudgeRun run = launched.run(one_child);
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  EXPECT_EQ(run.results[0]["verdict"], "broken") << told(run.results[0]);
  EXPECT_THAT(run.results[0]["reason"].get<std::string>(), HasSubstr("it said: no licence"));
  EXPECT_EQ(run.results[0]["stderr"], "no licence\n");
}

TEST(HandedReport, IsNotAskedForWhereTheRunWasStopped) {
  const Launched launched(TESTDATA_PROGRAMS "/wrong/child_never_reaped", "exec sleep 60");
  const JudgeRun run = launched.run(one_child, {"--timeout", "0.2"});
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  EXPECT_EQ(run.results[0]["verdict"], "timeout") << told(run.results[0]);
}

}  // namespace
}  // namespace harness
