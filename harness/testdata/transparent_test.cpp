// Real programs do under `exeunt watch` what they do bare: the same output, byte for byte, and the same end.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <tuple>

#include "judge_run.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> scripts() {
  std::set<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(TESTDATA_SOURCES "/transparent"))
    names.insert(entry.path().stem().string());
  return {names.begin(), names.end()};
}

// Shells tell the pids of what they lost, in columns.
std::string without_numbers(const std::string& text) {
  return std::regex_replace(text, std::regex(" *[0-9]+"), " N");
}

class Transparent : public testing::TestWithParam<std::tuple<std::string, std::string>> {
 protected:
  Transparent() { std::ofstream(input()) << "some input\nand more\n"; }

  std::string input() const { return (folder_.path() / "input").string(); }
  JudgeRun run(std::vector<std::string> words) const {
    words.insert(words.end(),
                 {"bash", std::string(TESTDATA_SOURCES "/transparent/") + std::get<1>(GetParam()) + ".sh"});
    return judge_.run_command(words, input());
  }

  TestFolder folder_;
  Judge judge_{TESTDATA_PROGRAMS};
};

TEST_P(Transparent, WatchedIsAsBare) {
  const JudgeRun bare = run({});
  const std::string& level = std::get<0>(GetParam());
  const JudgeRun watched = run({EXEUNT_COMMAND, "watch", "--quiet", "--observe", level, "--"});
  if (watched.exit_status == 2 && watched.err.find("level " + level) != std::string::npos)
    GTEST_SKIP() << watched.err;
  EXPECT_EQ(bare.out, watched.out);
  EXPECT_EQ(without_numbers(bare.err), without_numbers(watched.err));
  EXPECT_EQ(bare.exit_status, watched.exit_status);
  EXPECT_NE(bare.out, "");
  EXPECT_TRUE(watched.left_processes.empty()) << watched.left_processes.front();
  EXPECT_TRUE(watched.left_files.empty()) << watched.left_files.front();
}

INSTANTIATE_TEST_SUITE_P(At, Transparent,
                         testing::Combine(testing::Values("trace", "passive", "adopt"),
                                          testing::ValuesIn(scripts())),
                         [](const auto& instance) {
                           return std::get<0>(instance.param) + "_" + std::get<1>(instance.param);
                         });

}  // namespace
}  // namespace harness
