#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace harness {

/// What merging the records of several shards came to.
struct MergedRecords {
  std::size_t submissions = 0;
  std::vector<std::string> differing{};  ///< graded more than once, with different scores: "ann: 7 and 8"
};

/// Whether the folder holds records of a grading.
bool holds_records(const std::filesystem::path& folder);

/// Puts the records of all folders into one, with its gradebook. Of several complete records of a submission
/// the first counts.
/// @throws CannotJudge naming the submissions of which a folder's shard.json tells and nobody has a complete
/// record; nothing is written then.
MergedRecords merge_records(const std::vector<std::filesystem::path>& folders,
                            const std::filesystem::path& into);

/// Notes in a folder of results which submissions all shards together have: the file shard.json.
void write_shard_note(const std::filesystem::path& folder, const std::vector<std::string>& all,
                      const std::string& title);

}  // namespace harness
