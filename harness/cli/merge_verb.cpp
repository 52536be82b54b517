#include "cli/exit_codes.hpp"
#include "cli/options.hpp"
#include "cli/verbs.hpp"
#include "grade/merge_records.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

struct MergeWords {
  std::vector<std::string> shards;
  std::string out = "results";
};

void declare(Options& options, MergeWords& words) {
  options.argument("SHARD", words.shards, "the folder of results of one shard: its --out");
  options.value("--out", "DIR", words.out, "the folder of all results; default: results");
  options.epilogue("examples:\n  exeunt merge --out results shard-1 shard-2 shard-3\n");
  options.exit_statuses(
      {{exit_as_expected, "merged"},
       {exit_differs, "merged; a submission was graded more than once, with different scores"}});
}

int act(MergeWords& words, Streams& streams) {
  if (words.shards.empty()) throw UsageError("merge: which SHARD...? exeunt merge --help tells more");
  std::vector<std::filesystem::path> folders;
  for (const std::string& shard : words.shards) {
    if (!std::filesystem::is_directory(shard)) throw UsageError("merge: there is no folder " + shard);
    if (!holds_records(shard)) throw CannotJudge(shard + " holds no results of exeunt grade");
    folders.emplace_back(shard);
  }
  const MergedRecords merged = merge_records(folders, words.out);
  streams.out << merged.submissions << " submissions in " << words.out << "\n";
  for (const std::string& one : merged.differing)
    streams.out << "graded more than once, with different scores: " << visible(one) << "\n";
  return merged.differing.empty() ? exit_as_expected : exit_differs;
}

}  // namespace

Verb merge_verb() {
  return make_verb<MergeWords>(
      "merge", "[OPTIONS] SHARD...",
      "Makes one result of what several shards graded: their records, and one gradebook. Of several "
      "complete records of one submission the first counts; submissions that nobody completed are an "
      "error.",
      declare, act);
}

}  // namespace harness
