#pragma once

#include <cstddef>
#include <unordered_map>

#include "match/assignment.hpp"
#include "match/seen_tree.hpp"
#include "match/tree_section.hpp"

namespace harness {

/// Which processes fit which lines with all that is below them. Siblings match in any order, a line of
/// `2..4x` takes so many, a process stays under its creator. Both trees must outlive it.
class TreeMatch {
 public:
  TreeMatch(const ExpectedTree& expected, const SeenTree& seen) : expected_(expected), seen_(seen) {}

  /// Whether the process and everything below it is as the line and everything below it.
  bool fits(std::size_t line, std::size_t process);

  /// The children of a process assigned to the children of a line, as many as fit wholly. Places are the
  /// line's children in order, items the process's. Below a line that is open, items need no place.
  Matching assign_children(std::size_t line, std::size_t process);

 private:
  const ExpectedTree& expected_;
  const SeenTree& seen_;
  std::unordered_map<std::size_t, bool> known_;
};

}  // namespace harness
