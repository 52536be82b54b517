// Level job: what a launcher of another platform hands over is judged as what this machine sees, and what it
// does not hand over is never a pass.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "judge_run.hpp"

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

struct Wrong {
  const char* wrongness;
  const char* scenario;
  const char* reason_code;
  const char* line;  // of the golden, single-spaced; nullptr: no line is to blame
  const char* reason;
};

void PrintTo(const Wrong& wrong, std::ostream* stream) {
  *stream << wrong.wrongness;
}

const std::vector<Wrong> wrongs{
    {"exit_status_off_by_one", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "child ended with exit 2, expected exit 1"},
    {"main_exit_status_off_by_one", "exit/exit_main_process", "wrong-exit", "program exit 0",
     "program ended with exit 1, expected exit 0"},
    {"main_that_does_not_wait", "exit/main_waits_for_its_children", "wrong-tree", "first child exit 0 reaped",
     "was orphaned, expected reaped"},
    {"wrong_pid_printed", "attributes/pid", "wrong-output", "[[pid 1]]", "stdout line 2"},
    {"no_child_at_all", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "no process for line"},
    {"thread_for_a_child", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "no process for line"},
    {"child_too_many", "exit/exit_child_status_one", "wrong-tree", nullptr, "a process too many"},
    {"double_fork_for_a_child", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "child ended with exit 0, expected exit 1"},
    {"child_killed", "exit/exit_child_status_one", "wrong-tree", "child exit 1 reaped",
     "child was killed by SIGTERM, expected exit 1"},
    {"orphan_joined", "orphans/os_exit_orphans_child", "wrong-tree", "child exit 0 orphaned",
     "child did not outlive its creator, expected orphaned"},
    {"grandchild_not_waited_for", "exit/child_waits_for_its_children", "wrong-tree",
     "grandchild exit 0 reaped", "grandchild was orphaned, expected reaped"},
};

// The line of the golden that a difference blames, single-spaced; empty where it blames none.
std::string line_blamed(const nlohmann::json& result) {
  std::ifstream stream(result["golden"].get<std::string>());
  std::string line;
  for (int number = result["differences"][0]["line"]; number > 0; --number)
    std::getline(stream, line);
  std::istringstream words(line);
  std::string text;
  for (std::string word; words >> word;)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

class WrongThroughALauncher : public testing::TestWithParam<Wrong> {};

TEST_P(WrongThroughALauncher, FailsOnItsLine) {
  const Wrong& wrong = GetParam();
  const Launched launched(std::string(TESTDATA_PROGRAMS "/wrong/") + wrong.wrongness, as_job);
  const JudgeRun run = launched.run(wrong.scenario);
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  const nlohmann::json& result = run.results.front();
  EXPECT_EQ(result["level"], "job");
  EXPECT_EQ(result["verdict"], "fail") << told(result);
  EXPECT_EQ(result["reason_code"], wrong.reason_code) << told(result);
  EXPECT_THAT(result["reason"].get<std::string>(), HasSubstr(wrong.reason)) << told(result);
  ASSERT_FALSE(result["differences"].empty());
  EXPECT_EQ(line_blamed(result), wrong.line == nullptr ? "" : wrong.line) << told(result);
  EXPECT_EQ(run.exit_status, 1);
  EXPECT_THAT(run.left_processes, IsEmpty());
  EXPECT_THAT(run.left_files, IsEmpty());
}

std::string test_name(const testing::TestParamInfo<Wrong>& info) {
  return info.param.wrongness;
}

INSTANTIATE_TEST_SUITE_P(All, WrongThroughALauncher, testing::ValuesIn(wrongs), test_name);

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
