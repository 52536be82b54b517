#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "grade/submission.hpp"

namespace harness {

/// One of several graders that share the work.
struct Shard {
  int number = 1;  ///< from 1
  int count = 1;
  bool operator==(const Shard&) const = default;
};

using Environment = std::function<std::optional<std::string>(const std::string&)>;

/// "3/8". @throws UsageError, also for a number that is not from 1 to the count.
Shard parse_shard(const std::string& text);

/// What the surroundings say: Bazel (TEST_SHARD_INDEX), GoogleTest (GTEST_SHARD_INDEX), GitLab
/// (CI_NODE_INDEX), each with its own total; a Slurm array (SLURM_ARRAY_TASK_ID) or a Kubernetes indexed job
/// (JOB_COMPLETION_INDEX) together with EXEUNT_SHARDS, the total that they do not tell. Nothing where none of
/// them is set. The status file that Bazel and GoogleTest want is touched.
/// @throws UsageError for an index without its total, or one that is out of range: never "everything".
std::optional<Shard> shard_of(const Environment& environment);

/// Which shard does which submission.
struct ShardPlan {
  int count = 1;
  std::map<std::string, int> shard_of;  ///< by name; from 1
  bool operator==(const ShardPlan&) const = default;
};

/// Balanced by how long each took last time, the longest first; what has no time yet counts as the mean.
/// Without any times, in turn over the sorted names.
/// @param last_ms  by name.
ShardPlan plan_shards(const std::vector<Submission>& submissions, int count,
                      const std::map<std::string, double>& last_ms);

std::string plan_text(const ShardPlan& plan);
/// @throws CannotJudge where the file is no plan.
ShardPlan read_plan(const std::filesystem::path& file);

/// The submissions of one shard. @throws UsageError where the plan is for another number of shards, or does
/// not know a submission.
std::vector<Submission> of_shard(const std::vector<Submission>& submissions, const Shard& shard,
                                 const ShardPlan& plan);

}  // namespace harness
