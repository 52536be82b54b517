#pragma once

#include <optional>
#include <string>

namespace harness {

enum class Verdict {
  pass,
  fail,
  timeout,
  broken,  ///< the scenario or the host is at fault, not what is judged
  skip,
  known_fail,
  unexpected_pass,
  flaky,
};

/// What a verdict counts as.
enum class CountsAs { passed, failed, broken, skipped, known_failure };
CountsAs counts_as(Verdict verdict);

/// Counts as failed or as broken.
bool is_wrong(Verdict verdict);

/// How many runs came to what.
struct Counts {
  int passed = 0;
  int failed = 0;
  int broken = 0;
  int skipped = 0;
  int known_failures = 0;
  int done() const { return passed + failed + broken + skipped + known_failures; }
  void add(Verdict verdict);
  void add(const Counts& more);
  bool operator==(const Counts&) const = default;
};

enum class ReasonCode {
  wrong_output,
  wrong_exit,
  wrong_tree,
  leaked_process,
  timeout,
  output_limit,
  process_limit,
  memory_limit,
  disk_limit,
  sandbox_violation,
  build_error,
  build_timeout,
  missing,
  cannot_start,
  bad_golden,
};

/// A verdict with its reason: the code for programs, the sentence for people. Both are empty for a pass; a
/// skip may have a sentence alone.
struct Judgement {
  Verdict verdict = Verdict::pass;
  std::optional<ReasonCode> code{};
  std::string reason{};
  bool operator==(const Judgement&) const = default;
};

}  // namespace harness
