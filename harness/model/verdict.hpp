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
