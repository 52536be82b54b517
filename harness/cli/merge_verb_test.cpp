#include <gmock/gmock.h>

#include "cli/exit_codes.hpp"
#include "cli/test_command.hpp"
#include "grade/store.hpp"
#include "support/file.hpp"

namespace harness {
namespace {

using testing::HasSubstr;

class MergeVerb : public testing::Test {
 protected:
  void record(const std::string& shard, const std::string& name, double score) {
    SubmissionResult result;
    result.submission = name;
    result.score = score;
    result.complete = true;
    result.items.push_back({.name = "a", .title = "a"});
    const Store store(folder_ / shard);
    store.write(result);
  }
  int merge() { return command_({"merge", "--out", folder_ / "all", folder_ / "1", folder_ / "2"}); }

  TestFolder folder_;
  TestCommand command_;
};

TEST_F(MergeVerb, MakesOneGradebook) {
  record("1", "ann", 1);
  record("2", "bob", 2);
  EXPECT_EQ(merge(), exit_as_expected) << command_.err;
  EXPECT_THAT(command_.out, HasSubstr("2 submissions"));
  EXPECT_THAT(read_file(folder_ / "all/gradebook.csv"), HasSubstr("\nann,1,0,0,complete,0,skip\nbob,2,0,"));
}

TEST_F(MergeVerb, FlagsDifferentScores) {
  record("1", "ann", 1);
  record("2", "ann", 2);
  EXPECT_EQ(merge(), exit_differs);
  EXPECT_THAT(command_.out, HasSubstr("ann: 1 and 2"));
}

TEST_F(MergeVerb, WantsResults) {
  record("1", "ann", 1);
  EXPECT_EQ(merge(), exit_wrong_command_line);
  std::filesystem::create_directories(folder_ / "2");
  EXPECT_EQ(merge(), exit_could_not_judge);
  EXPECT_EQ(command_({"merge"}), exit_wrong_command_line);
}

}  // namespace
}  // namespace harness
