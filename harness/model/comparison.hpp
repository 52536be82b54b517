#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/verdict.hpp"

namespace harness {

/// One line of a difference as shown: made visible, safe for a terminal.
struct DiffLine {
  enum class Kind { same, expected, seen, omitted };
  Kind kind = Kind::same;
  std::string text{};
  bool operator==(const DiffLine&) const = default;
};

/// One thing that is not as the golden says.
struct Difference {
  ReasonCode code = ReasonCode::wrong_output;
  std::string reason{};          ///< one sentence: "child ended with exit 0, expected exit 1"
  std::vector<DiffLine> diff{};  ///< empty where the sentence says it all
  std::filesystem::path golden{};
  int line = 0;  ///< in the golden, from 1; 0 where none is to blame
  bool operator==(const Difference&) const = default;
};

/// What comparing an observation with a golden found.
struct Comparison {
  std::vector<Difference> differences{};   ///< the one that decides the verdict first
  std::vector<std::string> not_checked{};  ///< what the level of observation could not see, a sentence each
  std::vector<std::string> close_races{};  ///< facts that a few milliseconds decided, a sentence each
  /// Processes that were left out of the tree because they look like helpers of a start method, though no
  /// version that is known has such; a sentence each.
  std::vector<std::string> guessed_helpers{};
  bool operator==(const Comparison&) const = default;
};

}  // namespace harness
