// The judge on programs that make trouble for a run: the right verdict, in time, and nothing left.
#include <gtest/gtest.h>

#include "judge_run.hpp"

namespace harness {
namespace {

struct Trouble {
  const char* program;
  const char* verdict;
  const char* reason_code;  ///< nullptr: none
  const char* reason;       ///< what the reason says, in part
  double least_ms;          ///< of the run: a deadline must have been waited for
  double most_ms;           ///< on a busy machine
};

void PrintTo(const Trouble& trouble, std::ostream* stream) {
  *stream << trouble.program;
}

// What outlives a program undeclared is let live for 700 ms; the time limits stand in the goldens.
constexpr double grace = 700;
constexpr double short_limit = 1000;
constexpr double at_once = 15'000;
constexpr double soon = 20'000;

const std::vector<Trouble> troubles{
    {"output/held_by_declared_orphan", "pass", nullptr, "", 1000, at_once},
    {"output/held_by_undeclared_orphan", "fail", "leaked-process", "leaked", grace, soon},
    {"output/held_for_ever_by_declared_orphan", "timeout", "timeout", "child 1 was still running", 2000,
     soon},
    {"output/closed", "pass", nullptr, "", 300, at_once},
    {"output/flood", "fail", "output-limit", "wrote more than it may", 0, soon},
    {"output/binary", "pass", nullptr, "", 0, at_once},
    {"output/opens_the_terminal", "pass", nullptr, "", 0, at_once},
    {"left_behind/own_session", "fail", "leaked-process", "leaked", grace, soon},
    {"left_behind/ignores_signals", "fail", "leaked-process", "leaked", grace, soon},
    {"left_behind/stops_itself", "fail", "leaked-process", "leaked", grace, soon},
    {"left_behind/many", "fail", "leaked-process", "leaked", grace, soon},
    {"left_behind/forks_for_ever", "fail", "leaked-process", "leaked", grace, soon},
    {"left_behind/declared_leak", "pass", nullptr, "", grace, soon},
    {"never_ends/waits_for_ever", "timeout", "timeout", "the program was still running", short_limit, soon},
    {"never_ends/ignores_everything", "timeout", "timeout", "the program, child 1", short_limit, soon},
    {"never_ends/stops_itself", "timeout", "timeout", "the program was still running", short_limit, soon},
    {"never_ends/spins", "timeout", "timeout", "the program was still running", short_limit, soon},
    {"never_ends/waits_for_stopped_child", "timeout", "timeout", "and child 1 were still running",
     short_limit, soon},
    {"kills/own_group", "pass", nullptr, "", 0, at_once},
    {"kills/everything", "pass", nullptr, "", 0, at_once},
    {"kills/floods_of_children", "fail", "leaked-process", "leaked", grace, soon},
    {"starts/takes_all_descriptors", "pass", nullptr, "", 0, at_once},
    {"starts/fills_its_folder", "pass", nullptr, "", 0, at_once},
};

class Troubles : public testing::TestWithParam<Trouble> {
 protected:
  // A terminal takes a hundred megabytes too slowly to be worth it.
  JudgeRun judged(const std::string& program) const {
    std::vector<std::string> arguments = run_suite(judge_, "troubles");
    const bool big = program == "output/flood";
    for (const std::string& word :
         {program, std::string("--stdio"), std::string(big ? "pipe,file" : "pipe,tty,file")})
      arguments.push_back(word);
    return judge_.run(arguments);
  }

  static void expect_nothing_left(const JudgeRun& run) {
    EXPECT_TRUE(run.left_processes.empty()) << run.left_processes.front();
    EXPECT_TRUE(run.left_files.empty()) << run.left_files.front();
  }

  const Judge judge_{TESTDATA_PROGRAMS "/troubles"};
};

TEST_P(Troubles, EndInTimeWithTheRightVerdict) {
  const Trouble& trouble = GetParam();
  const JudgeRun run = judged(trouble.program);
  EXPECT_GE(run.results.size(), 2U) << run.err;
  for (const nlohmann::json& result : run.results) {
    EXPECT_EQ(result["verdict"], trouble.verdict) << told(result);
    if (trouble.reason_code == nullptr) {
      EXPECT_TRUE(result["reason_code"].is_null()) << told(result);
    } else {
      EXPECT_EQ(result["reason_code"], trouble.reason_code) << told(result);
    }
    EXPECT_NE(result["reason"].get<std::string>().find(trouble.reason), std::string::npos) << told(result);
    EXPECT_GE(result["wall_ms"].get<double>(), trouble.least_ms) << told(result);
    EXPECT_LE(result["wall_ms"].get<double>(), trouble.most_ms) << told(result);
  }
  EXPECT_EQ(run.exit_status, std::string(trouble.verdict) == "pass" ? 0 : 1) << run.err;
  expect_nothing_left(run);
}

std::string test_name(const testing::TestParamInfo<Trouble>& info) {
  std::string name = info.param.program;
  name.replace(name.find('/'), 1, "_");
  return name;
}

INSTANTIATE_TEST_SUITE_P(Of, Troubles, testing::ValuesIn(troubles), test_name);

class TroublesOneByOne : public Troubles {};

TEST_F(TroublesOneByOne, WhoHoldsTheOutputIsNamed) {
  const JudgeRun run = judged("output/held_by_undeclared_orphan");
  for (const nlohmann::json& result : run.results) {
    if (result["stdio"] == "file") continue;  // a file is held open by nobody's mistake
    ASSERT_EQ(result["output_holders"].size(), 1U) << result;
    const std::string holder = result["output_holders"][0];
    EXPECT_NE(holder.find("held_by_undeclared_orphan"), std::string::npos) << holder;
  }
}

TEST_F(TroublesOneByOne, OutputThatIsNoTextIsKeptExactly) {
  for (const nlohmann::json& result : judged("output/binary").results) {
    if (result["stdio"] == "tty") continue;  // a terminal adds carriage returns of its own
    EXPECT_EQ(result["stdout_base64"], "bnVsIAAgZW5kCv/+wygKG1szMW1yZWQbWzBtDQpubyBuZXdsaW5l")
        << result["stdio"];
  }
}

TEST_F(TroublesOneByOne, OneThatReadsFromTheTerminalInTheBackgroundIsLeftBehind) {
  for (const nlohmann::json& result : judged("output/background_reader").results) {
    const bool on_terminal = result["stdio"] == "tty";
    EXPECT_EQ(result["verdict"], on_terminal ? "fail" : "pass") << told(result);
    if (on_terminal) {
      EXPECT_EQ(result["reason_code"], "leaked-process") << told(result);
    }
  }
}

TEST_F(TroublesOneByOne, AProgramThatKillsItsParentHarmsItsOwnRunAtMost) {
  const JudgeRun run = judged("kills/parent");
  for (const nlohmann::json& result : run.results)
    EXPECT_EQ(result["verdict"], has_namespaces() ? "pass" : "broken") << told(result);
  expect_nothing_left(run);
}

}  // namespace
}  // namespace harness
