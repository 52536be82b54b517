#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "match/seen_tree.hpp"
#include "match/tree_section.hpp"

namespace harness {

/// A line of a tree in the golden's syntax, not yet in columns.
struct TreeLine {
  std::size_t depth = 0;
  std::string label;   ///< with the number of siblings before it
  std::string ending;  ///< empty for the line `...`
  std::string fate;    ///< empty for the program
  std::string extra;   ///< what stands behind the fate
  bool operator==(const TreeLine&) const = default;
};

/// An expected process as its golden says it.
TreeLine tree_line(const ExpectedProcess& expected);

/// The line `...` below a process of that depth.
TreeLine further_line(std::size_t parent_depth);

/// A process as seen. What is not known, and the end of a leaked process, is `*`.
TreeLine tree_line(const Process& seen, const std::string& label, std::size_t depth);

/// A whole tree as its golden says it.
std::vector<TreeLine> tree_lines(const ExpectedTree& expected);

/// The lines in columns, without newlines.
std::vector<std::string> in_columns(const std::vector<TreeLine>& lines);

}  // namespace harness
