#pragma once

#include <string>
#include <vector>

#include "match/line_diff.hpp"
#include "match/process_findings.hpp"
#include "match/tree_line.hpp"
#include "match/tree_match.hpp"

namespace harness {

/// At most so many differences of one kind are told one by one.
inline constexpr std::size_t most_tree_differences = 20;

/// What comparing two trees found, and both trees as one difference.
class TreeReport {
 public:
  explicit TreeReport(std::size_t most_lines = most_diff_lines) : most_lines_(most_lines) {}

  std::vector<std::string> not_checked;
  std::vector<std::string> close_races;

  void add(Difference difference);
  void show(DiffLine::Kind kind, TreeLine line);

  bool differs() const { return !differences_.empty(); }
  /// The differences, the trees with the first that the ending of the program does not explain.
  std::vector<Difference> finish();
  /// The tree as it was seen, in the words of the golden where it has some.
  std::vector<TreeLine> lines_as_seen() const;

 private:
  std::size_t most_lines_;

  std::vector<DiffLine> diff() const;

  std::vector<Difference> differences_;
  std::vector<DiffLine::Kind> kinds_;  ///< of each line
  std::vector<TreeLine> lines_;
  std::size_t not_shown_ = 0;
  std::size_t not_told_ = 0;
};

/// The program itself: its ending and what it executes.
void explain_root(const ExpectedTree& expected, const SeenTree& seen, TreeReport& report);

/// Compares whole trees, as seen at the levels that see every process.
TreeReport explain_tree(const ExpectedTree& expected, const SeenTree& seen,
                        std::size_t most_lines = most_diff_lines);

/// "no process for line 4 'child exit 0 reaped'"; `lacking` of it are missing.
Difference missing_process(const ExpectedProcess& expected, std::size_t lacking);

/// A process that no line stands for. `under` names its creator, empty where that is not known.
Difference extra_process(const Process& seen, const std::string& under);

}  // namespace harness
