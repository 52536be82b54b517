#include <gmock/gmock.h>
#include <unistd.h>

#include "suite/suite.hpp"
#include "support/errors.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

class DiscoverTest : public testing::Test {
 protected:
  void SetUp() override { put("scenarios/exit/a.cpp", "// Title a.\n"); }
  void TearDown() override { fs::remove_all(root_); }

  void put(const std::string& path, const std::string& text) {
    fs::create_directories((root_ / path).parent_path());
    write_file(root_ / path, text);
  }
  std::vector<Scenario> found() {
    fs::create_directories(root_ / "expected");
    return discover({root_ / "scenarios", root_ / "expected", root_ / "programs"});
  }

  // Tests of one program run at once, each in a process of its own.
  const fs::path root_ =
      fs::path(testing::TempDir()) / ("exeunt_discover_test." + std::to_string(::getpid()));
};

TEST_F(DiscoverTest, ThePathIsTheIndex) {
  put("scenarios/exit/a.py", "# Twin.\n");
  put("scenarios/exit/notes.txt", "");
  put("scenarios/support/scenario.cpp", "");
  put("scenarios/support/scenario.py", "");
  put("expected/exit/a.golden", "");
  const auto scenarios = found();
  ASSERT_EQ(scenarios.size(), 1U);
  EXPECT_EQ(scenarios[0].name, "exit/a");
  EXPECT_EQ(scenarios[0].chapter(), "exit");
  EXPECT_EQ(scenarios[0].title, "Title a.");
  EXPECT_EQ(scenarios[0].twin.filename(), "a.py");
  EXPECT_EQ(scenarios[0].golden, root_ / "expected/exit/a.golden");
}

TEST_F(DiscoverTest, AGoldenWithoutAProgramIsFoundToo) {
  put("expected/join/lost.golden", "");
  const auto scenarios = found();
  ASSERT_EQ(scenarios.size(), 2U);
  EXPECT_EQ(scenarios[1].name, "join/lost");
  EXPECT_TRUE(scenarios[1].program.empty());
}

TEST_F(DiscoverTest, AFolderThatIsNotThereIsAnError) {
  EXPECT_THROW(discover({root_ / "nowhere", root_ / "expected", ""}), CannotJudge);
}

}  // namespace
}  // namespace harness
