#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "grade/grade.hpp"
#include "grade/shard.hpp"

namespace harness {

/// A grading on a Slurm cluster: an array of shards, and a job that merges what they graded.
struct SlurmRequest {
  std::filesystem::path command;       ///< this exeunt, where every node finds it
  std::vector<std::string> arguments;  ///< of `exeunt grade`, but for submissions, --out, --shard and --plan
  std::filesystem::path out;           ///< on a file system that all nodes share
  int shards = 1;
};

/// The script of one shard. Slurm may start a shard again, even while the first copy still runs on a node
/// that it takes for lost: every attempt has a folder of its own, which begins with what earlier ones have
/// completed. Pure.
std::string shard_script(const SlurmRequest& request);
/// The script of the merging job. Pure.
std::string merge_script(const SlurmRequest& request);
/// The submissions as a list that `exeunt grade -` reads. Pure.
std::string list_text(const std::vector<Submission>& submissions);

/// Submits both jobs and follows them until the merging one has ended.
/// @throws CannotJudge where Slurm refuses, or the merging job left no gradebook.
void grade_on_slurm(const SlurmRequest& request, const std::vector<Submission>& submissions,
                    const ShardPlan& plan, const Assignment& assignment, GradeListener& listener);

/// A word for a POSIX shell.
std::string shell_quoted(const std::string& word);

}  // namespace harness
