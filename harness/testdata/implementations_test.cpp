// Two implementations of the chapter `signals` in plain C, written from scenarios/IMPLEMENTING.md: a right
// one, and one that is wrong in ten ways, each said in its program's first line and caught where the golden
// says so.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "judge_run.hpp"

namespace harness {
namespace {

using Json = nlohmann::json;

JudgeRun judged(const Judge& judge, std::vector<std::string> more) {
  std::vector<std::string> arguments{"run",     "--json", judge.json(), "--implementation", judge.programs(),
                                     "signals/"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return judge.run(arguments);
}

TEST(RightImplementation, PassesItsChapterUnderFork) {
  const Judge judge(TESTDATA_PROGRAMS "/implementations/plain_c");
  const JudgeRun run = judged(judge, {"--start-method", "fork"});
  EXPECT_EQ(run.exit_status, 0) << run.out << run.err;
  EXPECT_FALSE(run.results.empty());
  for (const Json& result : run.results)
    EXPECT_EQ(result["verdict"], "pass") << told(result);
}

TEST(RightImplementation, SaysWhatItDoesNotSupport) {
  const Judge judge(TESTDATA_PROGRAMS "/implementations/plain_c");
  const JudgeRun run = judged(judge, {"--start-method", "spawn", "--stdio", "pipe"});
  for (const Json& result : run.results) {
    if (result["start_method"].is_null()) continue;
    EXPECT_EQ(result["verdict"], "skip") << told(result);
    EXPECT_EQ(result["reason"], "not supported: fork is the only start method here");
  }
}

struct Wrong {
  const char* scenario;
  const char* reason_code;
  const char* line;  // of the golden, single-spaced; nullptr: no line is to blame
};

const std::vector<Wrong> wrongs{
    {"abort_gives_minus_sigabrt", "wrong-tree", "child signal SIGABRT reaped"},
    {"ignored_signal_is_inherited", "wrong-tree", "child exit 0 reaped"},
    {"kill_gives_minus_sigkill", "wrong-tree", "child signal SIGKILL reaped"},
    {"sigint_to_child", "wrong-tree", "child exit 1 reaped"},
    {"status_143_is_no_signal", "wrong-output", "Exitcode: 143"},
    {"terminate_after_the_end_is_harmless", "wrong-tree", nullptr},
    {"terminate_does_not_wait", "wrong-output", "Alive: True Exitcode: None"},
    {"terminate_gives_minus_sigterm", "wrong-output", "Exitcode: -15"},
    {"terminated_main_runs_no_cleanup", "wrong-output", "-- stdout --"},
    {"user_signal_kills_child", "wrong-tree", "child signal SIGUSR1 reaped"},
};

std::string single_spaced(const std::string& line) {
  std::istringstream words(line);
  std::string text;
  for (std::string word; words >> word;)
    text += (text.empty() ? "" : " ") + word;
  return text;
}

// The lines of the golden that the differences are about.
std::vector<std::string> lines_blamed(const Json& result) {
  std::ifstream stream(result["golden"].get<std::string>());
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);)
    lines.push_back(single_spaced(line));
  std::vector<std::string> blamed;
  for (const Json& difference : result["differences"]) {
    const int number = difference["line"];
    if (number > 0) blamed.push_back(lines.at(static_cast<std::size_t>(number) - 1));
  }
  return blamed;
}

class WrongImplementation : public testing::TestWithParam<Wrong> {};

TEST_P(WrongImplementation, IsCaughtOnTheLine) {
  const Wrong& wrong = GetParam();
  const Judge judge(TESTDATA_PROGRAMS "/implementations/wrong_c");
  const JudgeRun run =
      judge.run({"run", "--json", judge.json(), "--implementation", judge.programs(), "--start-method",
                 "fork", "--stdio", "pipe", std::string("signals/") + wrong.scenario});
  ASSERT_EQ(run.results.size(), 1U) << run.err;
  const Json& result = run.results.front();
  EXPECT_EQ(result["verdict"], "fail") << told(result);
  bool code_told = false;
  for (const Json& difference : result["differences"])
    code_told = code_told || difference["reason_code"] == wrong.reason_code;
  EXPECT_TRUE(code_told) << told(result);
  const std::vector<std::string> blamed = lines_blamed(result);
  if (wrong.line != nullptr) {
    EXPECT_NE(std::find(blamed.begin(), blamed.end(), wrong.line), blamed.end()) << told(result);
  }
  EXPECT_EQ(run.exit_status, 1);
}

std::string test_name(const testing::TestParamInfo<Wrong>& info) {
  return info.param.scenario;
}

INSTANTIATE_TEST_SUITE_P(InC, WrongImplementation, testing::ValuesIn(wrongs), test_name);

}  // namespace
}  // namespace harness
