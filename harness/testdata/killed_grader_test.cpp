// A grader is killed by SIGKILL at any moment and started again: it comes to the same gradebook.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include "judge_run.hpp"

namespace harness {
namespace {

namespace fs = std::filesystem;

// EXEUNT_KILLS=200 for a soak.
int kills() {
  const char* wanted = std::getenv("EXEUNT_KILLS");
  return wanted != nullptr ? std::atoi(wanted) : 10;
}

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << text;
}

std::string content(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// A class of which every third prints something else, and every fourth makes no process.
class KilledGrader : public testing::Test {
 protected:
  KilledGrader() : judge_(folder_.path()) {
    write(folder_.path() / "goldens/hello.golden", "-- stdout --\nhello\n-- processes --\nprogram  exit 0\n");
    write(folder_.path() / "goldens/child.golden",
          "-- stdout --\n7\n-- processes --\nprogram  exit 0\n  child  exit 7  reaped\n");
    write(folder_.path() / "assignment.toml",
          "[limits]\nwall = 20\n[[item]]\nname = \"hello\"\n[[item]]\nname = \"child\"\npoints = 2\n");
    for (int i = 0; i < 40; ++i) {
      const fs::path student = folder_.path() / "in" / ("student" + std::to_string(i));
      write(student / "hello.sh", i % 3 == 0 ? "echo goodbye\n" : "echo hello\n");
      write(student / "child.sh", i % 4 == 0 ? "echo 7\n" : "(exit 7) & wait $!; echo $?\n");
    }
  }

  std::vector<std::string> words(const std::string& out) const {
    return {"grade",
            "--quiet",
            "--allow-unsandboxed",
            "--assignment",
            (folder_.path() / "assignment.toml").string(),
            "--out",
            (folder_.path() / out).string(),
            (folder_.path() / "in").string()};
  }

  TestFolder folder_;
  Judge judge_;
};

TEST_F(KilledGrader, GoesOnWhereItWas) {
  const JudgeRun undisturbed = judge_.run(words("undisturbed"));
  ASSERT_EQ(undisturbed.exit_status, 0) << undisturbed.err;
  std::mt19937 random(std::random_device{}());
  std::uniform_int_distribution<long long> moment(0, undisturbed.took.count() * 1000 / 4);
  for (int i = 0; i < kills(); ++i) {
    const auto left = judge_.left_after_killing(words("killed"), std::chrono::microseconds(moment(random)),
                                                std::chrono::seconds(60));
    EXPECT_TRUE(left.empty()) << left.size() << " left: " << left.front();
  }
  const JudgeRun last = judge_.run(words("killed"));
  ASSERT_EQ(last.exit_status, 0) << last.err;
  for (const char* name : {"gradebook.csv", "gradebook.json"})
    EXPECT_EQ(content(folder_.path() / "killed" / name), content(folder_.path() / "undisturbed" / name));
  EXPECT_FALSE(fs::exists(folder_.path() / "killed/.work"));
  for (const fs::directory_entry& entry : fs::directory_iterator(folder_.path() / "killed"))
    EXPECT_THAT(entry.path().filename().string(), testing::Not(testing::HasSubstr(".json."))) << "a leftover";
}

TEST_F(KilledGrader, ShardsComeToTheSameAsOne) {
  ASSERT_EQ(judge_.run(words("whole")).exit_status, 0);
  std::vector<std::string> merge{"merge", "--out", (folder_.path() / "merged").string()};
  for (int k = 1; k <= 3; ++k) {
    std::vector<std::string> shard = words("shard" + std::to_string(k));
    shard.insert(shard.end(), {"--shard", std::to_string(k) + "/3"});
    ASSERT_EQ(judge_.run(shard).exit_status, 0);
    merge.push_back((folder_.path() / ("shard" + std::to_string(k))).string());
  }
  EXPECT_EQ(judge_.run(merge).exit_status, 0);
  EXPECT_EQ(content(folder_.path() / "merged/gradebook.csv"),
            content(folder_.path() / "whole/gradebook.csv"));
}

}  // namespace
}  // namespace harness
