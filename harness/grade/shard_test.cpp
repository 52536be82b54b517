#include "grade/shard.hpp"

#include <gmock/gmock.h>

#include "grade/test_grading.hpp"
#include "support/errors.hpp"

namespace harness {
namespace {

using testing::ElementsAre;

Environment environment(std::map<std::string, std::string> variables) {
  return [variables = std::move(variables)](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional<std::string>(found->second);
  };
}

std::vector<Submission> submissions(const std::vector<std::string>& names) {
  std::vector<Submission> all;
  for (const std::string& name : names)
    all.push_back({name, "", std::nullopt});
  return all;
}

TEST(Shards, AreCountedFromOne) {
  EXPECT_EQ(parse_shard("3/8"), (Shard{3, 8}));
  for (const char* wrong : {"0/8", "9/8", "3", "a/8", "3/", "1/0", "-1/2", "3/8x"})
    EXPECT_THROW(parse_shard(wrong), UsageError) << wrong;
}

TEST(Shards, AreToldByTheirSurroundings) {
  EXPECT_EQ(shard_of(environment({})), std::nullopt);
  EXPECT_EQ(shard_of(environment({{"TEST_SHARD_INDEX", "0"}, {"TEST_TOTAL_SHARDS", "4"}})), (Shard{1, 4}));
  EXPECT_EQ(shard_of(environment({{"GTEST_SHARD_INDEX", "3"}, {"GTEST_TOTAL_SHARDS", "4"}})), (Shard{4, 4}));
  EXPECT_EQ(shard_of(environment({{"CI_NODE_INDEX", "1"}, {"CI_NODE_TOTAL", "4"}})), (Shard{1, 4}));
  EXPECT_EQ(shard_of(environment({{"JOB_COMPLETION_INDEX", "2"}, {"EXEUNT_SHARDS", "4"}})), (Shard{3, 4}));
  EXPECT_EQ(shard_of(environment({{"SLURM_ARRAY_TASK_ID", "2"}, {"EXEUNT_SHARDS", "4"}})), (Shard{3, 4}));
}

TEST(Shards, NeverMeanEverythingByMistake) {
  EXPECT_THROW(shard_of(environment({{"SLURM_ARRAY_TASK_ID", "2"}, {"SLURM_ARRAY_TASK_COUNT", "4"}})),
               UsageError);
  EXPECT_THROW(shard_of(environment({{"TEST_SHARD_INDEX", "0"}})), UsageError);
  EXPECT_THROW(shard_of(environment({{"CI_NODE_INDEX", "5"}, {"CI_NODE_TOTAL", "4"}})), UsageError);
  EXPECT_THROW(shard_of(environment({{"CI_NODE_INDEX", "x"}, {"CI_NODE_TOTAL", "4"}})), UsageError);
}

TEST(Shards, TouchTheFileThatTheirRunnerWants) {
  const GradeFolder folder;
  shard_of(environment({{"TEST_SHARD_INDEX", "0"},
                        {"TEST_TOTAL_SHARDS", "4"},
                        {"TEST_SHARD_STATUS_FILE", (folder / "status").string()}}));
  EXPECT_TRUE(std::filesystem::exists(folder / "status"));
}

TEST(Plan, EverySubmissionIsInOneShard) {
  const auto all = submissions({"a", "b", "c", "d", "e"});
  const ShardPlan plan = plan_shards(all, 2, {});
  std::size_t count = 0;
  for (int k = 1; k <= 2; ++k)
    count += of_shard(all, {k, 2}, plan).size();
  EXPECT_EQ(count, all.size());
  EXPECT_EQ(plan.shard_of.at("a"), 1);
  EXPECT_EQ(plan.shard_of.at("b"), 2);
}

TEST(Plan, IsBalancedByTheLastDurations) {
  const ShardPlan plan =
      plan_shards(submissions({"a", "b", "c", "d"}), 2, {{"a", 10}, {"b", 20}, {"c", 30}, {"d", 60}});
  EXPECT_EQ(plan.shard_of, (std::map<std::string, int>{{"a", 2}, {"b", 2}, {"c", 2}, {"d", 1}}));
}

TEST(Plan, IsWrittenAndRead) {
  const GradeFolder folder;
  const ShardPlan plan = plan_shards(submissions({"a", "b"}), 2, {});
  EXPECT_EQ(read_plan(folder.write("plan.json", plan_text(plan))), plan);
  EXPECT_THROW(read_plan(folder.write("other.json", "{}")), CannotJudge);
}

TEST(Plan, DoesNotFitAnotherClass) {
  const ShardPlan plan = plan_shards(submissions({"a"}), 2, {});
  EXPECT_THROW(of_shard(submissions({"a"}), {1, 3}, plan), UsageError);
  EXPECT_THROW(of_shard(submissions({"b"}), {1, 2}, plan), UsageError);
}

}  // namespace
}  // namespace harness
