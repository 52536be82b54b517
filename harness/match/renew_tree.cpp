#include "match/renew_tree.hpp"

#include <algorithm>
#include <limits>

#include "match/compare_processes.hpp"
#include "match/tree_explain.hpp"
#include "match/tree_text.hpp"
#include "model/names.hpp"
#include "support/errors.hpp"
#include "support/escape.hpp"

namespace harness {
namespace {

// The differences from a tree, or from what holds without one.
std::vector<Difference> differences_from(const ExpectedTree* expected, const Observation& seen) {
  Golden golden;
  if (expected != nullptr) {
    golden.processes.emplace_back();
    golden.processes.back().content = *expected;
  }
  Comparison comparison;
  compare_processes(seen, golden, Conditions{}, comparison);
  return comparison.differences;
}

[[noreturn]] void refuse(const Observation& seen) {
  throw CannotJudge(
      "the tree of processes cannot be written at level " + std::string(to_string(seen.level)) +
      ", which does not see all that it tells; run it at level trace or passive, or write the section "
      "'processes' by hand");
}

// Where only the program's own ending changed, the rest can stay unseen.
std::vector<std::string> with_ending(const ExpectedTree& old, const Observation& seen) {
  std::vector<TreeLine> lines = tree_lines(old);
  lines.front().ending = tree_line(*SeenTree::of(seen).processes.at(0), "program", 0).ending;
  return in_columns(lines);
}

}  // namespace

std::optional<std::vector<std::string>> renewed_tree(const ExpectedTree* old, bool from_nothing,
                                                     const Observation& seen) {
  const std::vector<Difference> differences = differences_from(old, seen);
  if (old == nullptr) {
    const bool tells_nothing = differences.empty() && SeenTree::of(seen).processes.size() == 1;
    if (!sees_waits(seen.level) && !(differences.empty() && (tells_nothing || !from_nothing))) refuse(seen);
    if (!sees_waits(seen.level) || (differences.empty() && !from_nothing)) return std::nullopt;
    return lines_of(tree_text(seen));
  }
  if (!sees_waits(seen.level)) {
    const bool only_ending = std::ranges::all_of(
        differences, [](const Difference& difference) { return difference.code == ReasonCode::wrong_exit; });
    if (!only_ending) refuse(seen);
    return with_ending(*old, seen);
  }
  const SeenTree tree = SeenTree::of(seen);
  return in_columns(explain_tree(*old, tree, std::numeric_limits<std::size_t>::max()).lines_as_seen());
}

bool tree_passes(const ExpectedTree& expected, const Observation& seen) {
  return differences_from(&expected, seen).empty();
}

}  // namespace harness
