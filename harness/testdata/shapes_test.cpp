// The judge on programs of known shape: every tree as its golden has it, at every level of observation.
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "judge_run.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> groups() {
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(TESTDATA_SOURCES "/shapes")) {
    if (entry.is_directory()) names.insert(entry.path().filename().string());
  }
  return {names.begin(), names.end()};
}

// More of them find rarer races: EXEUNT_SHAPE_REPEATS=50 keeps both processors busy for some minutes.
std::string repeats() {
  const char* wanted = std::getenv("EXEUNT_SHAPE_REPEATS");
  return wanted != nullptr ? wanted : "1";
}

// Shapes that are races by nature, whose tree may differ from run to run within what the golden allows.
const std::set<std::string> races{"crowds/killed_while_forking", "threads/threads_that_fork"};

class Shapes : public testing::TestWithParam<std::tuple<std::string, std::string>> {
 protected:
  JudgeRun judged() {
    const auto& [level, group] = GetParam();
    std::vector<std::string> arguments = run_suite(judge_, "shapes");
    for (const std::string& word :
         {std::string("--observe"), level, std::string("--repeat"), repeats(), std::string("--stdio"),
          std::string("pipe,tty"), std::string("--timeout"), std::string("200"), group + "/*"})
      arguments.push_back(word);
    return judge_.run(arguments);
  }
  const Judge judge_{TESTDATA_PROGRAMS "/shapes"};
};

// Siblings may be made in any order, so it is the golden that compares; but at level trace nothing at all may
// differ between a run on a pipe and one on a terminal, nor between repetitions.
TEST_P(Shapes, HaveTheTreeOfTheirGolden) {
  const JudgeRun run = judged();
  if (run.results.empty() && run.exit_status == 2) GTEST_SKIP() << run.err;  // no such level here
  std::map<std::string, std::string> trees;
  for (const nlohmann::json& result : run.results) {
    const std::string name = result["scenario"];
    EXPECT_EQ(result["verdict"], "pass") << told(result);
    if (result["level"] != "trace" || races.contains(name)) continue;
    const std::string& first = trees.emplace(name, tree_of(result)).first->second;
    EXPECT_EQ(first, tree_of(result)) << name;
  }
  EXPECT_FALSE(run.results.empty());
  EXPECT_EQ(run.exit_status, 0) << run.err;
  EXPECT_TRUE(run.left_processes.empty()) << run.left_processes.front();
  EXPECT_TRUE(run.left_files.empty()) << run.left_files.front();
}

std::string test_name(const testing::TestParamInfo<Shapes::ParamType>& info) {
  return std::get<0>(info.param) + "_" + std::get<1>(info.param);
}

INSTANTIATE_TEST_SUITE_P(At, Shapes,
                         testing::Combine(testing::Values("trace", "passive", "adopt"),
                                          testing::ValuesIn(groups())),
                         test_name);

TEST(ShapesCorpus, HasAGoldenForEveryProgramAndEnoughOfBoth) {
  int programs = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(TESTDATA_SOURCES "/shapes")) {
    if (entry.path().extension() != ".cpp") continue;
    ++programs;
    fs::path golden = entry.path();
    EXPECT_TRUE(fs::exists(golden.replace_extension(".golden"))) << golden;
  }
  EXPECT_GE(programs, 70);
}

}  // namespace
}  // namespace harness
